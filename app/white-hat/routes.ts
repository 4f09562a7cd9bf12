import { route } from '@remix-run/route-config'

export const whiteHatRoutes = [
  route('white-hat', 'white-hat/routes/search.tsx'),
  route('white-hat/apply', 'white-hat/routes/apply.tsx'),
  route('white-hat/apply/:role', 'white-hat/routes/apply-role.tsx'),
  route('white-hat/withdrawal', 'white-hat/routes/withdrawal.tsx'),
]
