import { notFound } from '#app/accounts/guard.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { recordView } from '#db/talent/access-log.server.ts'
import { findStandingNo } from '#db/talent/asker-queries.server.ts'
import { type Entry, findEntry } from '#db/talent/entry-queries.server.ts'
import { evidenceOf, heldSkillsOf } from '#db/talent/skill-queries.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import type { StandingNo } from './domain/contact-rules.ts'
import type { Evidence } from './domain/evidence.ts'
import type { ContractKind } from './domain/kinds.ts'
import type { SearchPlace } from './domain/reach.ts'
import { type ShownEvidence, type ShownSkill, strengthWord } from './domain/shown.ts'
import { maskedPerson, namedFields, placeNames, skillNames } from './present.server.ts'

/** One skill with all its evidence in force; `level` is undefined where none is reached yet. */
export type EvidencedSkill = {
  name: string
  level: number | undefined
  newest: ShownSkill['newest']
  evidence: ShownEvidence[]
}

function shownEvidence({ kind, level, diagnostic, at, strength }: Evidence): ShownEvidence {
  return { kind, level, diagnostic, at, strength: strengthWord(strength) }
}

/** A person's skills with the evidence behind each, newest first; skills without a level last. */
export async function evidencedSkills(personId: string, at: number): Promise<EvidencedSkill[]> {
  const nameOf = await skillNames(currentLocale())
  const held = (await heldSkillsOf([personId], at)).get(personId) ?? []
  const evidence = (await evidenceOf([personId], at)).get(personId) ?? []
  const codes = [...new Set([...held, ...evidence].map(({ skill }) => skill))]
  return codes.map((code) => {
    const reached = held.find(({ skill }) => skill === code)
    return {
      name: nameOf(code),
      level: reached?.level,
      newest: reached?.newest,
      evidence: evidence
        .filter(({ skill }) => skill === code)
        .reverse()
        .map(shownEvidence),
    }
  })
}

/** The masked fields of an entry, with its skills as rows show them. */
export async function maskedOf(entry: Entry, at: number) {
  const skills = await evidencedSkills(entry.personId, at)
  const placeOf = await placeNames([entry.regionCode])
  const reached = skills.flatMap<ShownSkill>(({ name, level, newest }) =>
    level === undefined ? [] : [{ name, level, newest }],
  )
  return { person: maskedPerson(entry, { skills: reached, placeOf, at }), skills }
}

/**
 * Whether one asks for contact at all: own staff are spoken to, the rules may leave nothing, and a no
 * stands for a while.
 */
function askable(place: SearchPlace, contracts: ContractKind[], no: StandingNo | undefined) {
  if (place === 'own') return 'own-unit'
  if (no) return 'said-no'
  return contracts.length > 0 ? 'may-ask' : 'nothing-to-ask'
}

/**
 * What the reader may see of the person behind a code, once a purpose is stated: by then the look
 * is in the person's log. Throws 404 for a code that is void or outside the reader's sight.
 */
export async function personPage(reader: Reader, code: string, purpose: string | undefined) {
  const found = await findEntry(reader, code)
  if (!found) throw notFound()
  if (!purpose) return { code, purpose: undefined }
  const { entry, place } = found
  await recordView(reader, entry.personId, purpose)
  const { person, skills } = await maskedOf(entry, Date.now())
  if (place === 'own') {
    const identity = (await identitiesOf([entry.personId])).get(entry.personId)
    person.named = namedFields(entry, identity?.name, currentLocale())
  }
  const no = await findStandingNo(reader, entry.personId, Date.now())
  const ask = askable(place, person.contracts, no)
  return { code, purpose, person, skills, ask, no, timeZone: reader.timeZone }
}
