import type { Things } from './access-things.ts'

type Sample = (things: Things) => { path: string; foreign?: true }

const open =
  (path: string): Sample =>
  () => ({ path })
const foreign =
  (pathOf: (things: Things) => string): Sample =>
  (things) => ({ path: pathOf(things), foreign: true })

const course = '/courses/open-data-sql'
const lab = '/labs/open-data-sql/missing-reports'
const draft = (rest = '') => foreign(({ draftId }) => `/authoring/drafts/${draftId}${rest}`)

/**
 * For each address with a parameter: a real one. `foreign` says that it names something of the other
 * county, which answers 404 to everyone whose permission does not reach everywhere.
 */
export const samplePath: Record<string, Sample> = {
  '/*': open('/no-such-page'),
  '/courses/:course': open(course),
  '/nominations/:course': open('/nominations/open-data-sql'),
  '/nominations/:course/people': open('/nominations/open-data-sql/people'),
  '/courses/:course/:module': open(`${course}/01-read-a-catalogue`),
  '/labs/:course/:lab': open(lab),
  '/labs/:course/:lab/draft': open(`${lab}/draft`),
  '/labs/:course/:lab/attempts/:attempt': foreign(
    ({ labAttemptId }) => `${lab}/attempts/${labAttemptId}`,
  ),
  '/assessments/:skill': open('/assessments/data-sql'),
  '/attempts/:id': foreign(({ attemptId }) => `/attempts/${attemptId}`),
  '/attempts/:id/result': foreign(({ attemptId }) => `/attempts/${attemptId}/result`),
  '/attempts/:id/:position': foreign(({ attemptId }) => `/attempts/${attemptId}/1`),
  '/registry/requests/:id': foreign(({ requestId }) => `/registry/requests/${requestId}`),
  '/registry/requests/:id/withdrawal': foreign(
    ({ requestId }) => `/registry/requests/${requestId}/withdrawal`,
  ),
  '/talent/people/:code': foreign(({ registryCode }) => `/talent/people/${registryCode}`),
  '/talent/people/:code/contact': foreign(
    ({ registryCode }) => `/talent/people/${registryCode}/contact`,
  ),
  '/talent/attestations/:personId': foreign(({ personId }) => `/talent/attestations/${personId}`),
  '/talent/attestations/:personId/new': foreign(
    ({ personId }) => `/talent/attestations/${personId}/new?skill=data-sql`,
  ),
  '/talent/attestations/:personId/:id/withdrawal': foreign(
    ({ personId, attestationId }) => `/talent/attestations/${personId}/${attestationId}/withdrawal`,
  ),
  '/talent/requests/:id': foreign(({ requestId }) => `/talent/requests/${requestId}`),
  '/talent/requests/:id/withdrawal': foreign(
    ({ requestId }) => `/talent/requests/${requestId}/withdrawal`,
  ),
  '/talent/unit-consents/:id/withdrawal': foreign(
    ({ requestId }) => `/talent/unit-consents/${requestId}/withdrawal`,
  ),
  '/talent/unit-consents/:id': foreign(({ requestId }) => `/talent/unit-consents/${requestId}`),
  '/white-hat/apply/:role': open('/white-hat/apply/penetration-tester'),
  '/authoring/modules/:course/:module': open(
    '/authoring/modules/open-data-sql/01-read-a-catalogue',
  ),
  '/authoring/drafts/:id': draft(),
  '/authoring/drafts/:id/changes': draft('/changes'),
  '/authoring/drafts/:id/text/:part/:side': draft('/text/zh/after'),
  '/authoring/drafts/:id/pictures': draft('/pictures'),
  '/authoring/drafts/:id/submission': draft('/submission'),
  '/authoring/drafts/:id/withdrawal': draft('/withdrawal'),
  '/authoring/drafts/:id/removal': draft('/removal'),
  '/assets/:course/:name': open('/assets/open-data-sql/no-such-picture.png'),
  '/reviews/:id': foreign(({ draftId }) => `/reviews/${draftId}`),
  '/reviews/:id/text/:part/:side': foreign(({ draftId }) => `/reviews/${draftId}/text/zh/after`),
  '/staff/:personId': foreign(({ personId }) => `/staff/${personId}`),
  '/staff/:personId/leaving': foreign(({ personId }) => `/staff/${personId}/leaving`),
  '/staff/:personId/second-factor': foreign(({ personId }) => `/staff/${personId}/second-factor`),
  '/staff/:personId/roles/:grantId': foreign(
    ({ personId, grantId }) => `/staff/${personId}/roles/${grantId}`,
  ),
  '/staff/:personId/erasure': foreign(({ departedId }) => `/staff/${departedId}/erasure`),
  '/organisation/:organisationId': foreign(
    ({ organisationId }) => `/organisation/${organisationId}`,
  ),
  '/organisation/:organisationId/retirement': foreign(
    ({ organisationId }) => `/organisation/${organisationId}/retirement`,
  ),
  '/held/:id': open('/held/none'),
  '/invitation/:token': open('/invitation/no-such-token'),
  '/reset/:token': open('/reset/no-such-token'),
}
