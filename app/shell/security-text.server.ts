import type { Express } from 'express'
import { env } from '#app/env.server.ts'

const halfYear = 182 * 86_400_000

/** `/.well-known/security.txt` (RFC 9116): how to report a hole. */
export function securityText(app: Express): void {
  app.get('/.well-known/security.txt', (_req, res) => {
    const lines = [
      `Contact: ${env().CIVIC_SECURITY_CONTACT}`,
      `Expires: ${new Date(Date.now() + halfYear).toISOString()}`,
      'Preferred-Languages: zh, en',
      `Canonical: ${env().origin}/.well-known/security.txt`,
    ]
    res.type('text/plain').send(`${lines.join('\n')}\n`)
  })
}
