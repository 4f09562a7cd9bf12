import { randomUUID } from 'node:crypto'
import { perform } from '#db/audit/perform.server.ts'
import { identityMessage } from '#db/vault/identities.server.ts'
import { changeInVault } from '#db/vault/white-hats.server.ts'
import { password, type Things } from './access-things.ts'
import type { Fields } from './page-form.ts'

/** One way to send a route's form well-formed, so that only the sender's rights can be against it. */
export type Write = {
  /** Where it is sent, when that is not the address of access-samples.ts. */
  at?: (things: Things) => string
  /** The body names a thing, by its id. */
  isThing?: true
  /** Its fields are those of the page's form with this field or button, … */
  form?: string
  /** … the page being another address than the one it is sent to. */
  page?: (things: Things) => string
  /** What is filled in, and the button. */
  fields?: (things: Things) => Fields
  /** What has to be there first, with whoever sends it. */
  before?: (things: Things) => Promise<unknown>
  /** It answers and writes nothing, so that no row can tell that it was accepted. */
  keeps?: true
}

const sentence = '在示例工作中核对过全部数据，结果可靠。'
const fresh = () => `N-${randomUUID().slice(0, 8)}`

async function apply(personId: string) {
  const at = Date.now()
  // The vault keeps an application under the key of a person whom it has.
  const identity = identityMessage(personId, { name: '示例人员', staffNumber: fresh() })
  const command = { actorId: 'system', action: 'person.named', subjectId: personId } as const
  await perform(command, ({ post }) => post('identity', identity))
  return changeInVault(personId, { role: 'penetration-tester', at, codeName: fresh() }, at)
}

/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const record = () => ({
  ...{ name: '示例人员', staffNumber: fresh(), email: '', phone: '' },
  ...{ staffKind: 'civil-servant', grade: '一级科员', roleProfile: '' },
})
const organisation = () => ({ nameZh: `示例股${fresh()}`, nameEn: '', kind: 'department' })
const roster = () =>
  new File(
    [`姓名,工号,部门,人员类别,职务职级\n示例人员,${fresh()},示例县数据局,公务员,科员\n`],
    'roster.csv',
  )

const staff: Record<string, Write[]> = {
  '/staff/import': [
    {
      ...{ isThing: true, keeps: true },
      fields: ({ organisationId }) => ({ unit: organisationId, file: roster() }),
    },
  ],
  '/staff/new': [
    {
      isThing: true,
      // Colleagues of the same name are others: said with `another`.
      fields: ({ organisationId }) => ({
        ...{ ...record(), department: organisationId, another: 'yes' },
      }),
    },
  ],
  '/staff/invitations': [
    { isThing: true, fields: ({ personId }) => ({ which: 'chosen', person: personId }) },
    {
      // Who is invited in the department; nobody is, so the list comes back, when it may be asked for.
      ...{ isThing: true, keeps: true },
      fields: ({ departmentId }) => ({ which: 'all', department: departmentId }),
    },
  ],
  '/staff/:personId': [
    { form: 'shown', fields: () => ({ ...record(), intent: 'save' }) },
    {
      fields: ({ organisationId }) => ({
        ...{ intent: 'grant', role: 'reviewer', organisation: organisationId },
      }),
    },
    {
      at: ({ departedId }) => `/staff/${departedId}`,
      fields: () => ({ intent: 'come-back' }),
    },
  ],
  '/staff/:personId/leaving': [{}],
  '/staff/:personId/second-factor': [{}],
  '/staff/:personId/roles/:grantId': [{}],
  '/staff/:personId/erasure': [{ fields: ({ departedId }) => ({ staffNumber: departedId }) }],
  '/organisation/new': [{ fields: organisation }],
  '/organisation/:organisationId': [
    { form: 'nameZh', fields: () => ({ nameZh: `示例局${fresh()}` }) },
    { at: ({ departmentId }) => `/organisation/${departmentId}`, fields: organisation },
  ],
  '/organisation/:organisationId/retirement': [{}],
  '/nominations/:course': [
    { isThing: true, fields: ({ personId }) => ({ person: personId, sure: 'yes' }) },
  ],
  '/nominations/:course/people': [
    { isThing: true, fields: ({ personId }) => ({ person: personId, due: '' }) },
  ],
}

const talent: Record<string, Write[]> = {
  '/registry': [{ fields: () => ({ availableFrom: '', contracts: ['temporary-posting'] }) }],
  '/registry/withdrawal': [{}],
  '/registry/requests/:id': [{ fields: () => ({ answer: 'accepted' }) }],
  '/registry/requests/:id/withdrawal': [{}],
  '/talent/people/:code/contact': [
    {
      fields: () => ({
        ...{ contract: 'temporary-posting', years: '', secret: 'no' },
        ...{ purpose: sentence, message: sentence },
      }),
    },
  ],
  '/talent/attestations/:personId/new': [{ fields: () => ({ level: '2', grounds: sentence }) }],
  '/talent/attestations/:personId/:id/withdrawal': [{ fields: () => ({ reason: sentence }) }],
  '/talent/requests/:id/withdrawal': [{}],
  '/talent/unit-consents/:id': [{ fields: () => ({ answer: 'accepted' }) }],
  '/talent/unit-consents/:id/withdrawal': [{}],
  '/white-hat/apply/:role': [{}],
  '/white-hat/withdrawal': [{ before: ({ personId }) => apply(personId) }],
}

const authoring: Record<string, Write[]> = {
  '/authoring': [{ isThing: true, fields: ({ course, module }) => ({ course, module }) }],
  '/authoring/new': [
    {
      isThing: true,
      fields: ({ course }) => ({ course, titleZh: '示例', titleEn: '', name: '' }),
    },
  ],
  '/authoring/modules/:course/:module': [{}],
  '/authoring/drafts/:id': [
    { fields: () => ({ ...{ part: 'zh', revision: '1', intent: 'save' }, text: `# ${fresh()}` }) },
  ],
  '/authoring/drafts/:id/changes': [
    { fields: ({ versionId }) => ({ version: versionId, revision: '1' }) },
  ],
  '/authoring/drafts/:id/pictures': [
    { fields: () => ({ alt: '示例', file: new File([picture], 'sample.png') }) },
  ],
  '/authoring/drafts/:id/submission': [{ fields: () => ({ note: '示例', revision: '1' }) }],
  '/authoring/drafts/:id/withdrawal': [{}],
  '/authoring/drafts/:id/removal': [{}],
  '/reviews/:id': [{ form: 'comment', fields: () => ({ decision: 'return', comment: sentence }) }],
}

const ownAffairs: Record<string, Write[]> = {
  '/courses/:course/:module': [{ form: 'q.broken-promise' }],
  '/labs/:course/:lab': [{ fields: () => ({ query: 'select 1', intent: 'hint' }) }],
  '/labs/:course/:lab/draft': [{ fields: () => ({ query: 'select 2' }) }],
  '/assessments/:skill': [{}],
  '/attempts/:id': [{ at: ({ answeredId }) => `/attempts/${answeredId}` }],
  '/attempts/:id/:position': [{ form: 'key' }],
  '/account': [
    { form: 'timeZone', fields: () => ({ intent: 'preferences' }) },
    { isThing: true, fields: ({ sessionId }) => ({ intent: 'end', session: sessionId }) },
  ],
  '/account/password': [
    {
      fields: () => {
        const next = `${fresh()} umbrella harvest`
        return { current: password, password: next, repeat: next }
      },
    },
  ],
  '/account/second-factor': [{ fields: () => ({ intent: 'remove', current: password }) }],
  '/audit': [{ keeps: true }],
}

/** For each address that takes a form, but the public ones: its forms, well-formed. */
export const writes: Record<string, Write[]> = { ...staff, ...talent, ...authoring, ...ownAffairs }
