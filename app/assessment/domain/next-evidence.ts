import {
  derivePersonSkills,
  type Evidence,
  type EvidenceKind,
  type Revocation,
  startingStrength,
} from '#app/talent/domain/evidence.ts'

/** A module or lab that teaches a skill, not completed or passed yet, as far as choosing needs it. */
export type Opening = {
  kind: 'module' | 'lab'
  /** The level of the skill that it teaches, 1–4. */
  level: number
  /** Levels of the labs still to pass before a module is completed; they leave evidence too. */
  labs: number[]
}

/** What a person's record of one skill rests on, as of `asOf` (UTC ms). */
export type RecordOfSkill = {
  skill: string
  offensive: boolean
  evidence: readonly Evidence[]
  revocations: readonly Revocation[]
  asOf: number
}

/** What stands on a record: its level (0: none) and how sure that is, from 0 to 1. */
export type Standing = { level: number; confidence: number }

/** An opening with what the record would say after it; level 0 is none yet. */
export type Raise<T> = { opening: T; after: Standing }

function derive(record: RecordOfSkill, added: Evidence[]): Standing {
  const { skill, offensive, evidence, revocations, asOf } = record
  const offensiveSkills = new Set(offensive ? [skill] : [])
  const [derived] = derivePersonSkills([...evidence, ...added], asOf, {
    revocations,
    offensiveSkills,
  })
  return derived ?? { level: 0, confidence: 0 }
}

function evidenceOf({ kind, level, labs }: Opening, { skill, asOf }: RecordOfSkill): Evidence[] {
  const piece = (of: EvidenceKind, level: number, place: number): Evidence => ({
    id: `next-${place}`,
    skill,
    level,
    kind: of,
    strength: startingStrength(of, false),
    diagnostic: false,
    at: asOf,
  })
  const own = piece(kind === 'lab' ? 'unsupervised-lab' : 'completed-module', level, 0)
  return [own, ...labs.map((each, i) => piece('unsupervised-lab', each, i + 1))]
}

/** Whether new evidence shows: a higher level, the same one surer, or the way to a first one. */
function isMore(after: Standing, before: Standing): boolean {
  if (after.level !== before.level) return after.level > before.level
  return after.level === 0 || after.confidence > before.confidence
}

/** The one that brings the highest level; of these a lab, which takes no study; then the surest. */
function best<T extends Opening>(raises: Raise<T>[]): Raise<T> | undefined {
  const rank = ({ opening, after }: Raise<T>) => [
    after.level,
    opening.kind === 'lab' ? 1 : 0,
    after.confidence,
  ]
  return [...raises].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    const place = left.findIndex((value, i) => value !== right[i])
    return (right[place] ?? 0) - (left[place] ?? 0)
  })[0]
}

/**
 * What to do next for one's record of a skill, after a test that found level `attained` (1–4): of
 * what is in reach, that which raises it most. In reach are the labs at the level the test found or
 * below, and the modules up to one level above it; level 1 is where the scale begins, so from there
 * it is the modules of level 1. When nothing in reach raises it, the lowest module beyond that
 * does. Undefined when nothing among `openings` raises it: then only stronger evidence can.
 */
export function chooseRaise<T extends Opening>(
  openings: T[],
  record: RecordOfSkill,
  attained: number,
): Raise<T> | undefined {
  const before = derive(record, [])
  const raises = openings
    .map((opening) => ({ opening, after: derive(record, evidenceOf(opening, record)) }))
    .filter(({ after }) => isMore(after, before))
  const reach = attained === 1 ? { lab: 0, module: 1 } : { lab: attained, module: attained + 1 }
  const inReach = best(raises.filter(({ opening }) => opening.level <= reach[opening.kind]))
  if (inReach) return inReach
  const modules = raises.filter(({ opening }) => opening.kind === 'module')
  const beyond = modules.length > 0 ? modules : raises
  const lowest = Math.min(...beyond.map(({ opening }) => opening.level))
  return best(beyond.filter(({ opening }) => opening.level === lowest))
}
