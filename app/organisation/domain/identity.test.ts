import { expect, test } from 'vitest'
import { normaliseLogin, whoseNumber } from './identity.ts'

const id = '0199c2a4-7c11-7abc-8def-0123456789ab'
const means = (typed: string) => whoseNumber(normaliseLogin(typed))(id)

test('a number of the audit trail is the whole id or its end as shown there', () => {
  expect([id, '456789ab', '…456789ab', '456789AB'].map(means)).toEqual([true, true, true, true])
  expect(['', '89ab', '0199c2a4', 'SL0006', '邓云帆'].map(means)).toEqual(Array(5).fill(false))
})
