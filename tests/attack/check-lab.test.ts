import { beforeAll, expect, test } from 'vitest'
import { checkLab } from '#app/labs/check-lab.server.ts'
import { createSqlRunner, type SqlRunner } from '#app/labs/runners/sql.server.ts'
import { buildSqlChild } from '#tests/attack/sandbox.ts'
import { tallyFiles, tallyLab } from '#tests/attack/tally-lab.ts'

let sandbox: SqlRunner
beforeAll(async () => {
  sandbox = createSqlRunner({ entry: await buildSqlChild() })
})

const check = (files: Record<string, string>) => checkLab(tallyLab, files, sandbox.run, [1])

test('a sound lab has no problems, whatever the seed', async () => {
  expect(await checkLab(tallyLab, tallyFiles, sandbox.run)).toEqual([])
})

test('a wrong answer that passes is named with the case that it should fail', async () => {
  const right = { ...tallyFiles, 'wrong-star.sql': tallyFiles['accepted.sql'] }
  expect(await check(right)).toEqual([
    {
      message: "wrong-star.sql passes 'nulls' with seed 1, but is listed as failing it",
      path: ['wrong', 0, 'fails', 0],
    },
  ])
})

test('an accepted answer that the second way of writing it contradicts is named', async () => {
  const [disagree] = await check({ ...tallyFiles, 'accepted.sql': 'SELECT 1' })
  expect(disagree).toEqual({
    message: 'otherwise.sql gives other rows than accepted.sql with seed 1',
    path: ['otherwise'],
  })
})

test('data that fails, and a file that is not there, are named', async () => {
  expect(await check({ ...tallyFiles, 'data.sql': 'CREATE TABLE service (a' })).toEqual([
    { message: expect.stringMatching(/^tally: data.sql: /), path: ['data'] },
  ])
  const { 'wrong-star.sql': _, ...incomplete } = tallyFiles
  expect(await check(incomplete)).toEqual([
    { message: "no file 'wrong-star.sql'", path: ['wrong', 0, 'file'] },
  ])
})
