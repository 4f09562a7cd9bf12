import { route } from '@remix-run/route-config'

export const accountRoutes = [
  route('sign-in', 'accounts/routes/sign-in.tsx'),
  route('sign-in/code', 'accounts/routes/sign-in-code.tsx'),
  route('sign-out', 'accounts/routes/sign-out.ts'),
]
