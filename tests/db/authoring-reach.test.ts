import { describe, expect, it } from 'vitest'
import { beginDraft } from '#db/authoring/commands.server.ts'
import { findWritableCourse, listPeopleInReach } from '#db/authoring/published.server.ts'
import { findDraft } from '#db/authoring/queries.server.ts'
import { aCourse, draftContent } from '#tests/courses.ts'
import { by } from '#tests/drafts.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

describe('whose courses', () => {
  it('lets people act on their own units’ courses and on those of the product', async () => {
    const unit = await anOrganisation()
    const outsider = await aPerson({ roles: ['author', 'reviewer'] })
    const own = await aPerson({ unit: await anOrganisation({ parent: unit }), roles: ['author'] })
    const above = await aPerson({ unit, roles: ['author', 'reviewer'] })
    const { course, versionId } = await aCourse(unit.id)
    const about = { course, moduleSlug: '01-sums', baseVersionId: versionId }
    const { id } = await beginDraft(by(above), { ...draftContent, ...about })
    expect(await findDraft(above, 'lesson.write', id)).toBeDefined()
    expect(await findDraft(above, 'lesson.review', id)).toBeDefined()
    for (const stranger of [outsider, own]) {
      expect(await findDraft(stranger, 'lesson.write', id)).toBeUndefined()
      expect(await findWritableCourse(stranger, 'lesson.write', course)).toBeUndefined()
    }
    const { course: open } = await aCourse()
    expect(await findWritableCourse(own, 'lesson.write', open)).toBeDefined()
  })

  it('names only people within reach', async () => {
    const unit = await anOrganisation()
    const author = await aPerson({ unit, roles: ['author'] })
    const reviewer = await aPerson({ unit, roles: ['reviewer'] })
    const far = await aPerson({ roles: ['author'] })
    const ids = [author.personId, far.personId]
    expect(await listPeopleInReach(reviewer, 'lesson.review', ids)).toEqual([author.personId])
  })
})
