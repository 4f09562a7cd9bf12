/** Administrative tiers (层级), from the top down. */
export const tiers = [
  'central',
  'provincial',
  'deputy-provincial',
  'prefecture',
  'county',
  'township',
] as const
export type Tier = (typeof tiers)[number]

/** A unit (单位) has its own personnel officer; a department (部门) is a part of a unit. */
export const organisationKinds = ['unit', 'department'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** 公务员, 参照公务员法管理人员, 事业编制人员. */
export const staffKinds = ['civil-servant', 'reference-managed', 'institution-staff'] as const
export type StaffKind = (typeof staffKinds)[number]

/** Invited until the first password is set; left people keep their record and cannot sign in. */
export const personStates = ['invited', 'active', 'left'] as const
export type PersonState = (typeof personStates)[number]

/** The path of an organisation: the ids from the root down, each followed by a slash. */
export function organisationPath(parent: string | undefined, id: string): string {
  return `${parent ?? '/'}${id}/`
}

/** Whether `path` is `ancestor` itself or somewhere below it. */
export function isWithin(path: string, ancestor: string): boolean {
  return path.startsWith(ancestor)
}
