import { route } from '@remix-run/route-config'

/** Pages that belong to no capability, and what every site has. */
export const shellRoutes = [
  route('language', 'shell/routes/language.ts'),
  route('reading-comfort', 'shell/routes/reading-comfort.ts'),
  route('privacy', 'shell/routes/privacy.tsx'),
  route('accessibility', 'shell/routes/accessibility.tsx'),
  route('browsers', 'shell/routes/browsers.tsx'),
  route('sources', 'shell/routes/sources.tsx'),
  route('offline', 'shell/routes/offline.tsx'),
  route('*', 'shell/routes/not-found.tsx'),
]
