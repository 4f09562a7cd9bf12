import type { Actor } from '#app/accounts/domain/policy.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform } from '#db/audit/perform.server.ts'
import { and, eq, gt, isNull } from '#db/dialect/index.ts'
import { findStaffMember, mayOpenAccountOf } from '#db/organisation/staff.server.ts'
import { insertPasswordToken, settleRequests, voidLinks } from './password-tokens.server.ts'
import { passwordTokens, resetRequests } from './tables.server.ts'

const hour = 3_600_000
/** How long links work: an invitation, a reset on paper, a reset by mail. */
export const linkLifetimes = { invitation: 72 * hour, reset: 24 * hour, mail: hour } as const

export type IssuedLink = { kind: 'invitation' | 'reset'; expiresAt: number }

export type LinkFailure = 'not-found' | 'beyond-actor'

/**
 * A one-use link for one of the staff whose account the actor may open: an invitation for who never
 * had a password, else a reset. Earlier links of theirs stop working, and their request is settled.
 */
export async function issueLink(
  actor: Actor,
  personId: string,
  tokenHash: string,
  key: string,
): Promise<Result<IssuedLink, LinkFailure>> {
  const command = { actorId: actor.personId, action: 'link.issued', subjectId: personId, key }
  return perform({ ...command, action: 'link.issued' }, async (work) => {
    const person = await findStaffMember(work.tx, actor, 'staff.manage', personId)
    if (!person || person.state === 'left') return fail('not-found' as const)
    if (!(await mayOpenAccountOf(work.tx, actor, personId))) return fail('beyond-actor' as const)
    const kind = person.state === 'invited' ? 'invitation' : 'reset'
    const lifetime = linkLifetimes[kind]
    const createdBy = actor.personId
    await voidLinks(work.tx, personId)
    await settleRequests(work, personId)
    await insertPasswordToken(work, { tokenHash, kind, personId, createdBy, lifetime })
    work.note({ kind })
    return ok({ kind, expiresAt: work.at + lifetime })
  })
}

/** Whoever asks for a link is not signed in: it need not be the person themselves. */
const nobody = 'nobody'
/** Between two mails to one person, so that nobody can flood their mailbox. */
const mailPause = 5 * 60_000

/**
 * Sends an active person a reset link: `payload` is the sealed mail with it. Anybody can ask for one,
 * so it takes nothing away: earlier links, handed out or mailed, keep working until one is used.
 */
export async function mailReset(
  personId: string,
  tokenHash: string,
  payload: Buffer,
): Promise<boolean> {
  const command = { actorId: nobody, action: 'reset.mailed', subjectId: personId } as const
  const done = await perform(command, async (work) => {
    const { tx, at } = work
    const recent = at + linkLifetimes.mail - mailPause
    const [open] = await tx
      .select({ expiresAt: passwordTokens.expiresAt })
      .from(passwordTokens)
      .where(
        and(
          eq(passwordTokens.personId, personId),
          isNull(passwordTokens.createdBy),
          isNull(passwordTokens.usedAt),
          eq(passwordTokens.revoked, false),
          gt(passwordTokens.expiresAt, recent),
        ),
      )
    if (open) return fail('sent-already' as const)
    const lifetime = linkLifetimes.mail
    const row = { tokenHash, kind: 'reset' as const, personId, createdBy: null, lifetime }
    await insertPasswordToken(work, row)
    await work.post('mail', payload)
    return ok(null)
  })
  return done.ok
}

/** Notes that a person needs a new link, for their administrator to see; once while it is open. */
export async function requestLink(personId: string, id: string): Promise<void> {
  const command = { actorId: nobody, action: 'reset.requested', subjectId: personId } as const
  await perform(command, async ({ tx, at }) => {
    const [open] = await tx
      .select({ id: resetRequests.id })
      .from(resetRequests)
      .where(and(eq(resetRequests.personId, personId), isNull(resetRequests.settledAt)))
    if (open) return fail('open-already' as const)
    await tx.insert(resetRequests).values({ id, personId, at })
    return ok(null)
  })
}
