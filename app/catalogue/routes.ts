import { route } from '@remix-run/route-config'

export const catalogueRoutes = [
  route('courses', 'catalogue/routes/courses.tsx'),
  route('courses/:course', 'catalogue/routes/course.tsx'),
]
