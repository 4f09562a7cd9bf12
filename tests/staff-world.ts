import type { Role } from '#app/accounts/domain/roles.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { anOrganisation } from '#tests/factories.ts'
import { aNamedPerson } from '#tests/named.ts'

type Organisation = Awaited<ReturnType<typeof anOrganisation>>
export type County = { unit: Organisation; office: Organisation; administrator: Reader }

/** Someone who works in the office of a county bureau, with roles held for the bureau. */
export async function aColleague(
  { unit, office }: Pick<County, 'unit' | 'office'>,
  roles: Role[] = ['learner'],
): Promise<Reader> {
  const { reader } = await aNamedPerson({ unit, organisationId: office.id, roles })
  return reader
}

/** A bureau with an office and its administrator; below `parent`, when that is given. */
export async function aCounty(
  given: { parent?: Organisation; nameZh?: string } = {},
): Promise<County> {
  const unit = await anOrganisation({ nameZh: '示例县政务服务局', ...given })
  const names = { nameZh: '办公室', nameEn: 'Office' }
  const office = await anOrganisation({ parent: unit, kind: 'department', ...names })
  const administrator = await aColleague({ unit, office }, ['learner', 'administrator'])
  return { unit, office, administrator }
}
