import { route } from '@remix-run/route-config'

/** Pages that belong to no capability, and what every site has. */
export const shellRoutes = [
  route('language', 'shell/routes/language.ts'),
  route('reading-comfort', 'shell/routes/reading-comfort.ts'),
  route('*', 'shell/routes/not-found.tsx'),
]
