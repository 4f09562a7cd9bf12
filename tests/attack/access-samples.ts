import type { Things } from './access-things.ts'

/** What of the things the addresses name. */
export type Named = Omit<Things, 'sessionId' | 'answeredId' | 'versionId'>
type Sample = (things: Named) => { path: string; isThing?: true }

const open =
  (path: string): Sample =>
  () => ({ path })
const thing =
  (pathOf: (things: Named) => string): Sample =>
  (things) => ({ path: pathOf(things), isThing: true })

const course = '/courses/open-data-sql'
const lab = '/labs/open-data-sql/missing-reports'
const draft = (rest = '') => thing(({ draftId }) => `/authoring/drafts/${draftId}${rest}`)

/**
 * For each address that names something: a real one. `isThing` says that it is a thing of a unit or of a
 * person there, which answers 404 to everyone whose permission does not reach it.
 */
export const samplePath: Record<string, Sample> = {
  '/*': open('/no-such-page'),
  '/courses/:course': open(course),
  '/nominations/:course': open('/nominations/open-data-sql'),
  '/nominations/:course/people': open('/nominations/open-data-sql/people'),
  '/courses/:course/:module': open(`${course}/01-read-a-catalogue`),
  '/labs/:course/:lab': open(lab),
  '/labs/:course/:lab/draft': open(`${lab}/draft`),
  '/labs/:course/:lab/attempts/:attempt': thing(
    ({ labAttemptId }) => `${lab}/attempts/${labAttemptId}`,
  ),
  '/assessments/:skill': open('/assessments/data-sql'),
  '/attempts/:id': thing(({ attemptId }) => `/attempts/${attemptId}`),
  '/attempts/:id/result': thing(({ attemptId }) => `/attempts/${attemptId}/result`),
  '/attempts/:id/:position': thing(({ attemptId }) => `/attempts/${attemptId}/1`),
  '/registry/requests/:id': thing(({ askedId }) => `/registry/requests/${askedId}`),
  '/registry/requests/:id/withdrawal': thing(
    ({ agreedId }) => `/registry/requests/${agreedId}/withdrawal`,
  ),
  '/talent/people/:code': thing(({ registryCode }) => `/talent/people/${registryCode}`),
  '/talent/people/:code/contact': thing(
    ({ registryCode }) => `/talent/people/${registryCode}/contact`,
  ),
  '/talent/attestations/:personId': thing(({ personId }) => `/talent/attestations/${personId}`),
  '/talent/attestations/:personId/new': thing(
    ({ personId }) => `/talent/attestations/${personId}/new?skill=data-sql`,
  ),
  '/talent/attestations/:personId/:id/withdrawal': thing(
    ({ personId, attestationId }) => `/talent/attestations/${personId}/${attestationId}/withdrawal`,
  ),
  '/talent/requests/:id': thing(({ askedId }) => `/talent/requests/${askedId}`),
  '/talent/requests/:id/withdrawal': thing(
    ({ askedId }) => `/talent/requests/${askedId}/withdrawal`,
  ),
  '/talent/unit-consents/:id/withdrawal': thing(
    ({ acceptedId }) => `/talent/unit-consents/${acceptedId}/withdrawal`,
  ),
  '/talent/unit-consents/:id': thing(({ agreedId }) => `/talent/unit-consents/${agreedId}`),
  '/white-hat/apply/:role': open('/white-hat/apply/penetration-tester'),
  '/authoring/modules/:course/:module': thing(
    ({ course, module }) => `/authoring/modules/${course}/${module}`,
  ),
  '/authoring/drafts/:id': draft(),
  '/authoring/drafts/:id/changes': thing(
    ({ overtakenId }) => `/authoring/drafts/${overtakenId}/changes`,
  ),
  '/authoring/drafts/:id/text/:part/:side': draft('/text/zh/after'),
  '/authoring/drafts/:id/pictures': draft('/pictures'),
  '/authoring/drafts/:id/submission': draft('/submission'),
  '/authoring/drafts/:id/withdrawal': thing(
    ({ submittedId }) => `/authoring/drafts/${submittedId}/withdrawal`,
  ),
  '/authoring/drafts/:id/removal': draft('/removal'),
  '/assets/:course/:name': open('/assets/open-data-sql/no-such-picture.png'),
  '/reviews/:id': thing(({ submittedId }) => `/reviews/${submittedId}`),
  '/reviews/:id/text/:part/:side': thing(
    ({ submittedId }) => `/reviews/${submittedId}/text/zh/after`,
  ),
  '/staff/:personId': thing(({ personId }) => `/staff/${personId}`),
  '/staff/:personId/leaving': thing(({ personId }) => `/staff/${personId}/leaving`),
  '/staff/:personId/second-factor': thing(({ personId }) => `/staff/${personId}/second-factor`),
  '/staff/:personId/roles/:grantId': thing(
    ({ personId, grantId }) => `/staff/${personId}/roles/${grantId}`,
  ),
  '/staff/:personId/erasure': thing(({ departedId }) => `/staff/${departedId}/erasure`),
  '/organisation/new': thing(({ organisationId }) => `/organisation/new?parent=${organisationId}`),
  '/organisation/:organisationId': thing(({ organisationId }) => `/organisation/${organisationId}`),
  '/organisation/:organisationId/retirement': thing(
    ({ departmentId }) => `/organisation/${departmentId}/retirement`,
  ),
  '/held/:id': open('/held/none'),
  '/invitation/:token': open('/invitation/no-such-token'),
  '/reset/:token': open('/reset/no-such-token'),
}

/** Lists that an address narrows to a department: one out of reach is not the same as none. */
export const narrowed: Record<string, Sample> = {
  '/staff': thing(({ departmentId }) => `/staff?department=${departmentId}`),
  '/nominations/:course/people': thing(
    ({ departmentId }) => `/nominations/open-data-sql/people?department=${departmentId}`,
  ),
}
