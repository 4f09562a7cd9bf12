/** The columns of a roster file (花名册), in the order of the template. */
export const rosterColumns = [
  'name',
  'staffNumber',
  'department',
  'staffKind',
  'grade',
  'roleProfile',
  'email',
  'phone',
] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** A file without one of these is no roster; a row needs all of them. */
export const requiredColumns: readonly RosterColumn[] = rosterColumns.slice(0, 5)

/** The headings of the template, and others that rosters in use have. */
export const rosterHeadings: Record<RosterColumn, { 'zh-CN': string; en: string; also: string[] }> =
  {
    name: { 'zh-CN': '姓名', en: 'Name', also: ['full name'] },
    staffNumber: { 'zh-CN': '工号', en: 'Staff number', also: ['编号', '人员编号', 'number'] },
    department: { 'zh-CN': '部门', en: 'Department', also: ['所在部门', '科室', '处室', '股室'] },
    staffKind: { 'zh-CN': '人员类别', en: 'Staff kind', also: ['人员性质', '编制类别', 'kind'] },
    grade: { 'zh-CN': '职务职级', en: 'Post and rank', also: ['职务', '职级', 'grade', 'rank'] },
    roleProfile: { 'zh-CN': '岗位能力标准', en: 'Role profile', also: ['岗位', 'role'] },
    email: { 'zh-CN': '电子邮件', en: 'E-mail', also: ['邮箱', '电子邮箱', 'email', 'mail'] },
    phone: { 'zh-CN': '手机', en: 'Phone', also: ['手机号', '手机号码', '联系电话', 'mobile'] },
  }

/** What is wrong with one cell, and what helps to mend it. */
export type RosterProblem = {
  line: number
  column: RosterColumn
  code:
    | 'missing'
    | 'malformed'
    | 'digits-lost'
    | 'repeated'
    | 'used-elsewhere'
    | 'has-left'
    | 'email-beyond'
    | 'unknown-department'
    | 'ambiguous-department'
    | 'unknown-staff-kind'
    | 'unknown-role-profile'
  /** What the cell says, shortened. */
  value: string
  /** The row that has the same value, or what was probably meant. */
  hint?: string
}
