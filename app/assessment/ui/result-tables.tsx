import type { AspectVerdict } from '#app/assessment/domain/result.ts'
import { formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { InlineText } from './prompt.tsx'
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
} as const

/** How each aspect went, with the advice of its bank where it wants study. */
export function AspectTable({ aspects, minimum }: { aspects: AspectRow[]; minimum: number }) {
  return (
    <>
      <h2>{m.assessment_by_aspect()}</h2>
      <table>
        <caption>{m.assessment_aspect_caption({ minimum })}</caption>
        <thead>
          <tr>
            <th scope="col">{m.assessment_aspect()}</th>
            <th scope="col">{m.assessment_right()}</th>
            <th scope="col">{m.assessment_advice()}</th>
          </tr>
        </thead>
        <tbody>
          {aspects.map(({ id, name, right, total, verdict, advice }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="share">{`${right} / ${total}`}</td>
              <td>{verdict === 'study' ? <InlineText text={advice} /> : verdicts[verdict]()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
