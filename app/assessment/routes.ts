import { route } from '@remix-run/route-config'

export const assessmentRoutes = [
  route('assessments', 'assessment/routes/assessments.tsx'),
  route('assessments/:skill', 'assessment/routes/assessment.tsx'),
  route('attempts/:id', 'assessment/routes/attempt.tsx'),
  route('attempts/:id/result', 'assessment/routes/result.tsx'),
  route('attempts/:id/:position', 'assessment/routes/question.tsx'),
]
