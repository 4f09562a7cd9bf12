import { index, route } from '@remix-run/route-config'

export const learningRoutes = [
  index('learning/routes/home.tsx'),
  route('courses/:course/:module', 'learning/routes/lesson.tsx'),
  route('record', 'learning/routes/record.tsx'),
  route('record/proof', 'learning/routes/proof.tsx'),
]
