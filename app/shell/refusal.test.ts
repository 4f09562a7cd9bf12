import type { Request, Response } from 'express'
import { expect, it } from 'vitest'
import { refuseBroken } from './refusal.server.ts'

/** What somebody is answered when Express could not do what they asked. */
function answerTo(error: unknown) {
  const answer = { status: 0, retryAfter: '', text: '' }
  const res = {
    headersSent: false,
    locals: { requestId: 'r-1' },
    status(status: number) {
      answer.status = status
      return res
    },
    type: () => res,
    setHeader(_name: string, value: string) {
      answer.retryAfter = value
      return res
    },
    end(text: string) {
      answer.text = text
    },
  }
  refuseBroken(error, {} as Request, res as unknown as Response, () => {})
  return answer
}

it('says 503 and when to come back where the data cannot be reached, with a number for the administrator', () => {
  const away = answerTo(
    new Error('no', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
  )
  expect(away).toMatchObject({ status: 503, retryAfter: '10' })
  expect(away.text).toContain('r-1')
  expect(answerTo(Object.assign(new Error(), { code: 'SQLITE_FULL' })).status).toBe(503)
  const silent = new Error('failed', { cause: new Error('Query read timeout') })
  expect(answerTo(silent).status).toBe(503)
})

it('says 500 for a fault of its own, and what is wrong with an address that does not decode', () => {
  const broken = answerTo(new Error('secret'))
  expect(broken).toMatchObject({ status: 500, retryAfter: '' })
  expect(broken.text).toContain('r-1')
  expect(broken.text).not.toContain('secret')
  const theirs = answerTo(Object.assign(new Error(), { status: 400 }))
  expect(theirs.status).toBe(400)
  expect(theirs.text).not.toContain('r-1')
})
