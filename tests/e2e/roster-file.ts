const heading = '姓名,工号,部门,人员类别,职务职级,岗位,电子邮件,手机\n'

/** A roster as CSV, for a file field: the heading and these lines. */
export const rosterFile = (lines: string) => ({
  name: 'roster.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(heading + lines),
})
