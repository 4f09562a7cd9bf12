import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { mailMessage } from '#app/accounts/mailer.server.ts'
import { env } from '#app/env.server.ts'
import { erasePerson, repeatErasures } from '#app/organisation/erase-person.server.ts'
import { credentials, recoveryCodes, sessions } from '#db/accounts/tables.server.ts'
import { deliverToVault } from '#db/audit/outbox.server.ts'
import { auditEvents, outbox } from '#db/audit/tables.server.ts'
import { read, readVault, sqliteFiles, write } from '#db/client.server.ts'
import { engine, eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { editPerson } from '#db/organisation/edit-person.server.ts'
import { findErasure } from '#db/organisation/erasure-queries.server.ts'
import { bringBack, markLeft } from '#db/organisation/leaving.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import {
  findPersonIdByLogin,
  identitiesMessage,
  identitiesOf,
} from '#db/vault/identities.server.ts'
import { openMessage } from '#db/vault/open.server.ts'
import { identities, logins } from '#db/vault/vault-tables.server.ts'
import { findWhiteHat } from '#db/vault/white-hats.server.ts'
import { applyAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { whiteHatEntries } from '#db/white-hat/tables.server.ts'
import { cellsWith } from '#tests/every-cell.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aCounty } from '#tests/staff-world.ts'
import { colleagues, hasSecuritySkills, hasShown, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase('runtime')
beforeAll(hasSecuritySkills)

const refused = { ok: false, error: 'not-found' }

async function someone() {
  const county = await aCounty()
  const named = await aNamedPerson({ unit: county.unit })
  return { ...county, ...named, personId: named.reader.personId }
}

async function whoLeft() {
  const one = await someone()
  const { personId } = one
  await write(async (tx) => {
    const changed = { passwordHash: 'none', passwordShort: false, changedAt: 0 }
    await tx.insert(credentials).values({ personId, ...changed })
    await tx.insert(recoveryCodes).values({ hash: newId(), personId })
    const session = { id: newId(), createdAt: 0, expiresAt: 0, device: 'test' }
    await tx.insert(sessions).values({ ...session, tokenHash: newId(), personId })
  })
  const left = await markLeft(one.administrator, one.personId, newId())
  if (!left.ok) throw new Error(left.error)
  return one
}

const textsOf = ({
  name,
  staffNumber,
  email,
  phone,
}: Awaited<ReturnType<typeof someone>>['identity']) => [name, staffNumber, email ?? '', phone ?? '']

const eventsOf = async (personId: string) =>
  (await read().select().from(auditEvents).where(eq(auditEvents.subjectId, personId))).filter(
    ({ action }) => action === 'person.erased',
  )

describe('erasing an identity', () => {
  it('is for who has left, by who manages them, and never for oneself', async () => {
    const { administrator, personId } = await someone()
    const other = await aCounty()
    expect(await erasePerson(administrator, personId, newId())).toEqual(refused)
    await markLeft(administrator, personId, newId())
    expect(await erasePerson(other.administrator, personId, newId())).toEqual(refused)
    await write((tx) =>
      tx.update(people).set({ state: 'left' }).where(eq(people.id, administrator.personId)),
    )
    expect(await erasePerson(administrator, administrator.personId, newId())).toEqual(refused)
    expect((await identitiesOf([personId, administrator.personId])).size).toBe(2)
    expect(await eventsOf(personId)).toEqual([])
  })

  it('leaves name, number, e-mail, key and ways to sign in nowhere', async () => {
    const { administrator, personId, identity } = await whoLeft()
    const [row] = await readVault()
      .select()
      .from(identities)
      .where(eq(identities.personId, personId))
    const hashes = await readVault().select().from(logins).where(eq(logins.personId, personId))
    const traces = [
      ...textsOf(identity),
      row!.sealedKey.toString('hex'),
      row!.sealed.toString('hex'),
      ...hashes.map(({ hash }) => hash),
    ]
    expect(await cellsWith(traces)).toEqual([
      'identities.sealed',
      'identities.sealed_key',
      'logins.hash',
    ])
    expect(await cellsWith([personId])).toEqual(
      expect.arrayContaining(['credentials.person_id', 'recovery_codes.person_id']),
    )
    expect((await erasePerson(administrator, personId, newId())).ok).toBe(true)
    expect((await identitiesOf([personId])).size).toBe(0)
    expect(await cellsWith(traces)).toEqual([])
    expect(await cellsWith([personId])).toEqual([
      'audit_events.subject_id',
      'people.id',
      'role_grants.person_id',
    ])
    if (engine !== 'sqlite') return
    for (const name of Object.values(sqliteFiles).flatMap((file) => [file, `${file}-wal`])) {
      const path = join(env().folder, name)
      const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
      for (const gone of [row!.sealedKey, row!.sealed, Buffer.from(hashes[0]!.hash)]) {
        expect(bytes.includes(gone), name).toBe(false)
      }
    }
  })

  it('frees the staff number for somebody else', async () => {
    const { administrator, personId, identity, unit } = await whoLeft()
    const next = await aNamedPerson({ unit })
    await erasePerson(administrator, personId, newId())
    expect(await findPersonIdByLogin(identity.staffNumber)).toBeUndefined()
    const post = { staffKind: 'civil-servant', grade: '科员', roleProfile: null } as const
    const given = { post: { ...post, organisationId: unit.id }, identity }
    expect((await editPerson(administrator, next.reader.personId, given, newId())).ok).toBe(true)
    expect(await findPersonIdByLogin(identity.staffNumber)).toBe(next.reader.personId)
  })

  it('happens once, and cannot be taken back', async () => {
    const { administrator, personId, identity, unit } = await whoLeft()
    const key = newId()
    for (const each of [key, key, newId()]) {
      expect((await erasePerson(administrator, personId, each)).ok).toBe(true)
    }
    const events = await eventsOf(personId)
    expect(events.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [administrator.personId, '{}'],
    ])
    expect(await findErasure(read(), personId)).toEqual({
      sequence: events[0]!.sequence,
      at: events[0]!.at,
    })
    expect(await bringBack(administrator, personId, newId())).toEqual(refused)
    const post = { staffKind: 'civil-servant', grade: '科员', roleProfile: null } as const
    const given = { post: { ...post, organisationId: unit.id }, identity }
    expect(await editPerson(administrator, personId, given, newId())).toEqual(refused)
    expect((await identitiesOf([personId])).size).toBe(0)
  })

  it('voids what waits for the vault or the post, and leaves what is of others', async () => {
    const { administrator, personId, identity, unit } = await whoLeft()
    const other = await aNamedPerson({ unit })
    const waiting = (kind: 'identity' | 'mail', payload: Buffer) => ({
      ...{ id: newId(), kind, payload, at: Date.now(), attempts: 20 },
    })
    const renamed = { ...other.identity, name: '另有其人' }
    const both = [
      { personId, identity },
      { personId: other.reader.personId, identity: renamed },
    ]
    const names = waiting('identity', identitiesMessage(both))
    const mail = (to: string) => waiting('mail', mailMessage({ to, subject: 's', text: 't' }))
    const [theirs, others] = [mail(identity.email!), mail(other.identity.email!)]
    await write((tx) => tx.insert(outbox).values([names, theirs, others]))
    await erasePerson(administrator, personId, newId())
    const left = new Map((await read().select().from(outbox)).map((row) => [row.id, row.payload]))
    expect(openMessage(left.get(names.id)!, 'identity')).toEqual([both[1]])
    expect([left.has(theirs.id), left.has(others.id)]).toEqual([false, true])
    await write((tx) => tx.update(outbox).set({ attempts: 0 }).where(eq(outbox.id, names.id)))
    await deliverToVault()
    const known = await identitiesOf([personId, other.reader.personId])
    expect([...known.values()].map(({ name }) => name)).toEqual(['另有其人'])
    await write((tx) => tx.delete(outbox).where(eq(outbox.id, others.id)))
  })
})

describe('a restored backup', () => {
  it('does not bring an erased person back, whatever they were then', async () => {
    const { unit, administrator, reader, personId, identity } = await someone()
    await colleagues(unit, 4, { 'log-analysis': 3 })
    await hasShown(reader, 'log-analysis', 3)
    const registered = await aNamedPerson({ unit })
    await hasShown(registered.reader, 'log-analysis', 3)
    await optsIn(registered.reader)
    expect((await applyAsWhiteHat(personId, 'threat-hunter')).ok).toBe(true)
    await rebuildWhiteHatPool()
    const codeName = (await findWhiteHat(personId))!.codeName
    const listed = () =>
      read().select().from(whiteHatEntries).where(eq(whiteHatEntries.codeName, codeName))
    expect(await listed()).toHaveLength(1)
    // As after restoring: the list names them, the data knows nothing of it.
    const ids = [personId, registered.reader.personId, newId()]
    writeFileSync(env().erasedFile, `${ids.join('\n')}\n0199-half-a-li`)
    expect(await repeatErasures()).toBe(2)
    expect((await identitiesOf(ids)).size).toBe(0)
    expect(await listed()).toEqual([])
    expect(await findWhiteHat(personId)).toBeUndefined()
    expect(await findOwnEntry(registered.reader.personId)).toBeUndefined()
    expect(await cellsWith([...textsOf(identity), codeName])).toEqual([])
    expect((await eventsOf(personId)).map(({ actorId }) => actorId)).toEqual(['system'])
    expect(await repeatErasures()).toBe(0)
    expect((await identitiesOf([administrator.personId])).size).toBe(1)
  })

  it('finds everyone on the list who was erased, also when writing it once failed', async () => {
    const { administrator, personId } = await whoLeft()
    await erasePerson(administrator, personId, newId())
    expect(readFileSync(env().erasedFile, 'utf8').split('\n')).toContain(personId)
    writeFileSync(env().erasedFile, '')
    await repeatErasures()
    expect(readFileSync(env().erasedFile, 'utf8').split('\n')).toContain(personId)
  })
})
