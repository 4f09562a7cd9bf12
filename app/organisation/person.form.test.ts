import { expect, it } from 'vitest'
import { personForm } from './person.form.ts'

const sound = {
  ...{ name: '王明', staffNumber: 'A-1', email: '', phone: '' },
  ...{ department: 'd', staffKind: 'civil-servant', grade: '一级科员', roleProfile: '' },
}
const read = (given: Partial<typeof sound>) => personForm.safeParse({ ...sound, ...given })

it('cleans what a person typed as the roster does', () => {
  const parsed = read({
    name: ' 王\u202e\u0000　明\u200b',
    staffNumber: 'Ａ－１',
    grade: '一级\u0000科员',
  })
  expect(parsed.data).toMatchObject({ name: '王明', staffNumber: 'A-1', grade: '一级 科员' })
})

it('takes no name of which nothing is seen', () => {
  for (const name of ['', '\u200b\u200b', '\u202e', '\u3164', '\u0000']) {
    expect(read({ name }).success).toBe(false)
  }
})

it('tells every fault at once', () => {
  const faults = read({ name: '', staffNumber: '？', email: 'x', phone: 'x' }).error?.issues
  expect(faults?.map(({ path }) => path[0])).toEqual(['name', 'staffNumber', 'email', 'phone'])
})
