import { index, route } from '@remix-run/route-config'

export const learningRoutes = [
  index('learning/routes/home.tsx'),
  route('courses/:course/:module', 'learning/routes/lesson.tsx'),
  route('nominations', 'learning/routes/nominations.tsx'),
  route('nominations/:course', 'learning/routes/nominated.tsx'),
  route('nominations/:course/people', 'learning/routes/nominate.tsx'),
  route('record', 'learning/routes/record.tsx'),
  route('record/proof', 'learning/routes/proof.tsx'),
]
