import type { Item, ItemFile } from '#app/assessment/domain/item.ts'
import type { KeptResponse } from '#app/assessment/domain/response.ts'
import type { Skill } from '#app/talent/domain/framework.ts'
import { read } from '#db/client.server.ts'
import { and, count, desc, eq, inArray, isNull } from '#db/dialect/index.ts'
import { personSkills, skills } from '#db/talent/tables.server.ts'
import { attempts, itemBanks, items, itemVersions, responses } from './tables.server.ts'

/** A skill that can be tested: its words, the aspects of its bank and how many items that has. */
export type TestableSkill = { skill: Skill; aspects: ItemFile['aspects']; items: number }

/** The skills with a bank that has items, in no order. */
export async function listAssessments(): Promise<TestableSkill[]> {
  const stock = await read()
    .select({ skill: items.skill, items: count() })
    .from(items)
    .where(isNull(items.retiredAt))
    .groupBy(items.skill)
  const sizes = new Map(stock.map((row) => [row.skill, row.items]))
  const banks = await read()
    .select({ skill: skills.content, aspects: itemBanks.aspects })
    .from(itemBanks)
    .innerJoin(skills, eq(skills.code, itemBanks.skill))
  return banks
    .map((bank) => ({ ...bank, items: sizes.get(bank.skill.code) ?? 0 }))
    .filter((bank) => bank.items > 0)
}

/** The bank of one skill, retired items or not: results stay readable when a bank is given up. */
export async function findBank(code: string): Promise<Omit<TestableSkill, 'items'> | undefined> {
  const [bank] = await read()
    .select({ skill: skills.content, aspects: itemBanks.aspects })
    .from(itemBanks)
    .innerJoin(skills, eq(skills.code, itemBanks.skill))
    .where(eq(itemBanks.skill, code))
  return bank
}

export type AttemptRow = typeof attempts.$inferSelect & { answered: number[] }

async function withAnswered(rows: (typeof attempts.$inferSelect)[]): Promise<AttemptRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const places = await read()
    .select({ attemptId: responses.attemptId, position: responses.position })
    .from(responses)
    .where(inArray(responses.attemptId, ids))
    .orderBy(responses.position)
  return rows.map((row) => {
    const own = places.filter(({ attemptId }) => attemptId === row.id)
    return { ...row, answered: own.map(({ position }) => position) }
  })
}

/** The person's own attempts, the newest first; on one skill or on all. */
export async function listAttempts(personId: string, skill?: string): Promise<AttemptRow[]> {
  const ofSkill = skill === undefined ? undefined : eq(attempts.skill, skill)
  const rows = await read()
    .select()
    .from(attempts)
    .where(and(eq(attempts.personId, personId), ofSkill))
    .orderBy(desc(attempts.startedAt))
  return withAnswered(rows)
}

/** One attempt with the places answered so far; undefined when it is not the person's own. */
export async function findAttempt(personId: string, id: string): Promise<AttemptRow | undefined> {
  const rows = await read()
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, id), eq(attempts.personId, personId)))
  const [attempt] = await withAnswered(rows)
  return attempt
}

/** The item at a place of the attempt's form, in the version it was drawn in, and its answer. */
export async function findAsked(
  attempt: AttemptRow,
  position: number,
): Promise<{ item: Item; kept: KeptResponse | undefined } | undefined> {
  const versionId = attempt.form[position - 1]
  if (versionId === undefined) return
  const [version] = await read()
    .select({ content: itemVersions.content })
    .from(itemVersions)
    .where(eq(itemVersions.id, versionId))
  if (!version) return
  const [answer] = await read()
    .select({ response: responses.response })
    .from(responses)
    .where(and(eq(responses.attemptId, attempt.id), eq(responses.position, position)))
  return { item: version.content, kept: answer?.response }
}

/** What the person's record says of the skill now: nothing while evidence is too thin. */
export async function findRecordedLevel(personId: string, skill: string) {
  const [row] = await read()
    .select({ level: personSkills.level, confidence: personSkills.confidence })
    .from(personSkills)
    .where(and(eq(personSkills.personId, personId), eq(personSkills.skill, skill)))
  return row
}
