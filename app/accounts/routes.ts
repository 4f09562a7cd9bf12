import { route } from '@remix-run/route-config'

export const accountRoutes = [
  route('sign-in', 'accounts/routes/sign-in.tsx'),
  route('sign-in/code', 'accounts/routes/sign-in-code.tsx'),
  route('held/:id', 'accounts/routes/held-form.tsx'),
  route('sign-out', 'accounts/routes/sign-out.ts'),
  route('invitation/:token', 'accounts/routes/set-password.tsx', { id: 'invitation' }),
  route('reset/:token', 'accounts/routes/set-password.tsx', { id: 'reset' }),
  route('forgotten', 'accounts/routes/forgotten.tsx'),
  route('account', 'accounts/routes/account.tsx'),
  route('account/password', 'accounts/routes/account-password.tsx'),
  route('account/second-factor', 'accounts/routes/second-factor.tsx'),
]
