import { route } from '@remix-run/route-config'

/** Writing, reviewing and publishing lessons. */
export const authoringRoutes = [
  route('authoring', 'authoring/routes/overview.tsx'),
  route('authoring/help', 'authoring/routes/help.tsx'),
  route('authoring/new', 'authoring/routes/new-lesson.tsx'),
  route('authoring/modules/:course/:module', 'authoring/routes/module.tsx'),
  route('authoring/drafts/:id', 'authoring/routes/draft.tsx'),
  route('authoring/drafts/:id/changes', 'authoring/routes/draft-changes.tsx'),
  route('authoring/drafts/:id/text/:part/:side', 'authoring/routes/draft-text.ts'),
  route('authoring/drafts/:id/pictures', 'authoring/routes/draft-pictures.tsx'),
  route('authoring/drafts/:id/submission', 'authoring/routes/draft-submission.tsx'),
  route('authoring/drafts/:id/withdrawal', 'authoring/routes/draft-withdrawal.ts'),
  route('authoring/drafts/:id/removal', 'authoring/routes/draft-removal.tsx'),
  route('assets/:course/:name', 'authoring/routes/picture.ts'),
  route('reviews', 'authoring/routes/reviews.tsx'),
  route('reviews/:id', 'authoring/routes/review.tsx'),
  route('reviews/:id/text/:part/:side', 'authoring/routes/review-text.ts'),
]
