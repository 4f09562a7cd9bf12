import { route } from '@remix-run/route-config'

export const labRoutes = [
  route('labs', 'labs/routes/labs.tsx'),
  route('labs/:course/:lab', 'labs/routes/lab.tsx'),
  route('labs/:course/:lab/draft', 'labs/routes/draft.ts'),
  route('labs/:course/:lab/attempts/:attempt', 'labs/routes/attempt.tsx'),
]
