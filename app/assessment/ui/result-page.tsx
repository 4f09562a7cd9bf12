import { formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { LevelScale } from './level-scale.tsx'
import { type Outcome, ResultAside } from './result-aside.tsx'
import { AspectAdvice, type AspectRow, AspectTable, LevelTable } from './result-tables.tsx'
import { StudyPlaces } from './study-places.tsx'
import { capitalised, levelNamed, levelRange } from './words.ts'

type Props = Outcome & {
  questions: number
  statement: { from: number; to: number; probability: number }
  likeliest: { level: number; probability: number }
  /** The probability of each level, from 1. */
  levels: number[]
  scale: { eap: number; from: number; to: number; cuts: number[] }
  aspects: AspectRow[]
  aspectMinimum: number
  /** When it was finished, in words. */
  finished: string
}

function headline({ statement: { from, to } }: Props): string {
  if (from === to) return m.assessment_most_likely({ level: levelNamed(from) })
  return m.assessment_between({ from: levelNamed(from), to: levelNamed(to) })
}

function uncertainty({ statement, likeliest, certainty }: Props): string {
  const level = levelNamed(likeliest.level)
  const share = formatPercent(likeliest.probability)
  if (statement.from === statement.to) return capitalised(m.assessment_share_one({ level, share }))
  return m.assessment_share_range({
    range: capitalised(levelRange(statement)),
    both: formatPercent(statement.probability),
    level,
    share,
    certainty: formatPercent(certainty),
  })
}

/** What a finished test found, how sure that is, and what to do next. */
export function ResultPage(props: Props) {
  const isWeak = props.aspects.some(({ verdict }) => verdict === 'study')
  return (
    <>
      <p className="crumbs">
        <a href="/assessments">{m.assessment_title()}</a>
      </p>
      <div className="two">
        <article className="measure">
          <p className="quiet">
            <a href={`/assessments/${props.skill}`}>{props.name}</a>{' '}
            {m.assessment_result_line({ questions: props.questions, time: props.finished })}{' '}
            <span className="tag warn">{m.assessment_diagnostic()}</span>
          </p>
          <h1>{headline(props)}</h1>
          <p>{uncertainty(props)}</p>
          <LevelScale scale={props.scale} certainty={props.certainty} />
          <LevelTable levels={props.levels} />
          <div className="callout">
            <p>{m.assessment_means_diagnostic()}</p>
          </div>
          <h2>{m.assessment_by_aspect()}</h2>
          <AspectTable aspects={props.aspects} minimum={props.aspectMinimum} />
          <AspectAdvice aspects={props.aspects} />
          {isWeak && <StudyPlaces skill={props.name} places={props.next.study} />}
        </article>
        <ResultAside {...props} isWeak={isWeak} />
      </div>
    </>
  )
}
