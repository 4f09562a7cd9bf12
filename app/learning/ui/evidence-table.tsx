import { formatDate, formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { evidenceName } from '#app/shared/ui/evidence.ts'
import { levelName } from '#app/shared/ui/level.ts'
import { Wide } from '#app/shared/ui/wide.tsx'
import { skillSettings } from '#app/talent/domain/evidence.ts'

type Evidence = {
  id: string
  level: number
  kind: string
  diagnostic: boolean
  strength: number
  at: number
  /** Of a unit's attestation: whose, and on what grounds. */
  grounds?: { unit: string; text: string } | undefined
}
type Skill = {
  name: string
  level: number
  confidence: number
  diagnostic: boolean
  evidence: Evidence[]
  /** What can add evidence, for a skill without a level. */
  more: MoreEvidence | null
}

type MoreEvidence = {
  places: { kind: 'module' | 'lab'; href: string; title: string }[]
  /** `from`: when the test can be taken again; null is now. */
  test: { href: string; from: number | null } | null
}

/** What would bring the part that is missing for a level, or that nothing here does. */
function More({ more, timeZone }: { more: MoreEvidence; timeZone: string }) {
  const { places, test } = more
  const threshold = formatPercent(skillSettings.threshold)
  if (places.length === 0 && !test) return <p>{m.learning_more_none({ threshold })}</p>
  return (
    <>
      <p>{m.learning_more({ threshold })}</p>
      <ul className="more-evidence">
        {places.map(({ kind, href, title }) => (
          <li key={href}>
            <a href={href}>
              {kind === 'lab' ? m.learning_more_lab({ title }) : m.learning_more_module({ title })}
            </a>
          </li>
        ))}
        {test && (
          <li>
            <a href={test.href}>{m.learning_more_test()}</a>
            {test.from !== null &&
              ` ${m.learning_more_test_from({ date: formatDate(test.from, timeZone) })}`}
          </li>
        )}
      </ul>
    </>
  )
}

/** A skill with the level it has now, and each piece of evidence behind it. */
export function EvidenceTable({ skill, timeZone }: { skill: Skill; timeZone: string }) {
  const { name, level, confidence, diagnostic, evidence, more } = skill
  const held = { level: levelName(level), confidence: formatPercent(confidence) }
  return (
    <section className="panel evidence-of-skill">
      <div className="spread">
        <h3>{name}</h3>
        <span>
          {level > 0 ? m.learning_held_now(held) : m.learning_not_enough()}{' '}
          {diagnostic && <span className="tag warn">{m.shared_diagnostic()}</span>}
        </span>
      </div>
      {more && <More more={more} timeZone={timeZone} />}
      <Wide>
        <table className="own">
          <thead>
            <tr>
              <th scope="col">{m.learning_date()}</th>
              <th scope="col">{m.learning_evidence_kind()}</th>
              <th scope="col">{m.learning_evidence_level()}</th>
              <th scope="col" className="number">
                {m.learning_strength()}
              </th>
            </tr>
          </thead>
          <tbody>
            {evidence.map((row) => (
              <tr key={row.id}>
                <td className="date">{formatDate(row.at, timeZone)}</td>
                <td>{evidenceName(row.kind, row.diagnostic)}</td>
                <td data-label={m.learning_evidence_level()}>{levelName(row.level)}</td>
                <td className="number" data-label={m.learning_strength()}>
                  {formatPercent(row.strength)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {evidence.map(({ id, at, grounds }) => {
        if (!grounds) return null
        const { unit, text } = grounds
        return (
          <p className="quiet" key={id}>
            {m.learning_attested_by({ unit, date: formatDate(at, timeZone) })}{' '}
            <span className="as-written" lang="zh-CN">
              {text}
            </span>
          </p>
        )
      })}
    </section>
  )
}

type WithdrawnProps = {
  withdrawn: {
    id: string
    skill: string
    level: number
    unit: string
    at: number
    reason: string
  }[]
  timeZone: string
}

/** Attestations that their unit took back, each with its reason. */
export function WithdrawnAttestations({ withdrawn, timeZone }: WithdrawnProps) {
  if (withdrawn.length === 0) return null
  return (
    <>
      <h3>{m.learning_attestations_withdrawn()}</h3>
      <ul>
        {withdrawn.map(({ id, skill, level, unit, at, reason }) => (
          <li key={id}>
            {m.learning_attestation_withdrawn({
              ...{ skill, unit, date: formatDate(at, timeZone), level: levelName(level) },
            })}{' '}
            <span className="as-written" lang="zh-CN">
              {reason}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
