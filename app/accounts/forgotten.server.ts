import { setTimeout } from 'node:timers/promises'
import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import { normaliseLogin } from '#app/organisation/domain/identity.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { mailReset, requestLink } from '#db/accounts/links.server.ts'
import { personStateOf } from '#db/accounts/password-tokens.server.ts'
import { newId } from '#db/id.server.ts'
import { findPersonIdByLogin, identitiesOf } from '#db/vault/identities.server.ts'
import { hasMail, mailMessage, sendWaitingMail } from './mailer.server.ts'
import { askingCounts, takeTry } from './throttle.server.ts'
import { linkHash, linkToken } from './token.server.ts'

/** Longer than any of the ways takes, so that the time tells nothing either. */
const answerAfterMs = 600

async function help(login: string): Promise<void> {
  const personId = await findPersonIdByLogin(login)
  const state = personId && (await personStateOf(personId))
  if (!personId || !state || state === 'left') return
  const who = (await identitiesOf([personId])).get(personId)
  // Who never had a password has an invitation, which a stranger must not be able to replace.
  if (state !== 'active' || !who?.email || !hasMail()) return requestLink(personId, newId())
  const token = linkToken()
  const link = `${env().origin}/reset/${token}`
  const content = {
    to: who.email,
    subject: m.accounts_mail_reset_subject(),
    text: m.accounts_mail_reset_text({ name: who.name, link }),
  }
  if (await mailReset(personId, linkHash(token), mailMessage(content))) sendWaitingMail()
}

/**
 * Someone says they forgot their password: a mail with a link where there is a mailbox, else a
 * request that the administrator sees. Whoever asks learns nothing: same answer, same time. False
 * when this address asks too often.
 */
export async function askForLink(login: string, address: string): Promise<boolean> {
  if (!takeTry(askingCounts(address, normaliseLogin(login)))) return false
  const work = help(login).catch((error: unknown) => log.error({ error }, 'no link was made'))
  await Promise.all([work, setTimeout(answerAfterMs)])
  return true
}
