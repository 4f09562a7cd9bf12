import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import { keys } from '#app/runtime.server.ts'
import { deliverBy, deliverMail } from '#db/audit/outbox.server.ts'
import { seal, unseal } from '#db/vault/seal.server.ts'

const mail = z.strictObject({ to: z.email(), subject: z.string(), text: z.string() })
export type Mail = z.infer<typeof mail>

const about = 'mail'

/** Whether this installation can send mail. */
export function hasMail(): boolean {
  return env().SMTP_URL !== undefined
}

/** A mail as an outbox payload (kind 'mail'): nobody reads it on the disk. */
export function mailMessage(content: Mail): Buffer {
  return seal(keys().seal, JSON.stringify(content), about)
}

/** To whom a waiting mail goes; undefined for one that is sent already, or of other keys. */
export function recipientOf(payload: Buffer): string | undefined {
  try {
    return mail.parse(JSON.parse(unseal(keys().seal, payload, about).toString())).to
  } catch {
    return undefined
  }
}

/** Sends what waits without anybody waiting for it; the schedule tries again what failed. */
export function sendWaitingMail(): void {
  deliverMail().catch((error: unknown) => log.error({ error }, 'mail was not delivered'))
}

/**
 * Sends the outbox's mails by SMTP_URL from now on; called once, when the server starts. Without
 * that setting nothing is sent and nothing should be posted. Returns what stops it.
 */
export function startMailer(): () => void {
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL) return () => {}
  const transport = createTransport(SMTP_URL, { from: MAIL_FROM })
  deliverBy('mail', async ({ id, payload }) => {
    const content = mail.parse(JSON.parse(unseal(keys().seal, payload, about).toString()))
    // A mail sent twice after a crash has one id, so that a mailbox may show it once.
    await transport.sendMail({ ...content, messageId: `<${id}@${new URL(env().origin).hostname}>` })
  })
  sendWaitingMail()
  return () => transport.close()
}
