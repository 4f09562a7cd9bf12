import type { AspectVerdict } from '#app/assessment/domain/result.ts'
import { formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { InlineText } from './question/prompt.tsx'
import { capitalised, levelNamed } from './words.ts'

/** The probability of each level: the figures behind the picture. */
export function LevelTable({ levels }: { levels: number[] }) {
  return (
    <details>
      <summary>{m.assessment_each_level()}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.assessment_level_column()}</th>
            <th scope="col" className="number">
              {m.assessment_share_column()}
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((probability, i) => (
            <tr key={levelNamed(i + 1)}>
              <th scope="row">{capitalised(levelNamed(i + 1))}</th>
              <td className="number">{formatPercent(probability)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** An aspect with the words of its bank. */
export type AspectRow = {
  id: string
  name: string
  right: number
  total: number
  verdict: AspectVerdict
  advice: string
}

const verdicts = {
  'too-few': m.assessment_too_few,
  steady: m.assessment_steady,
  study: m.assessment_study,
} satisfies Record<AspectVerdict, () => string>

/** How each aspect went. */
export function AspectTable({ aspects, minimum }: { aspects: AspectRow[]; minimum: number }) {
  return (
    <table>
      <caption>{m.assessment_aspect_caption({ minimum })}</caption>
      <thead>
        <tr>
          <th scope="col">{m.assessment_aspect()}</th>
          <th scope="col" className="share">
            {m.assessment_right()}
          </th>
          <th scope="col">{m.assessment_verdict()}</th>
        </tr>
      </thead>
      <tbody>
        {aspects.map(({ id, name, right, total, verdict }) => (
          <tr key={id}>
            <td>{name}</td>
            <td className="share">{`${right} / ${total}`}</td>
            <td>{verdicts[verdict]()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The bank's advice for the aspects that want study, those with the least right first. */
export function AspectAdvice({ aspects }: { aspects: AspectRow[] }) {
  const weak = aspects
    .filter(({ verdict }) => verdict === 'study')
    .sort((a, b) => a.right / a.total - b.right / b.total)
  if (weak.length === 0) return null
  return (
    <>
      <h2>{m.assessment_advice()}</h2>
      <dl>
        {weak.map(({ id, name, advice }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <InlineText text={advice} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
