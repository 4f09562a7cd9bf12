import type { ShownAnswersResult } from '#app/labs/present-attempt.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { MailText } from './answers-workspace.tsx'

type Sample = ShownAnswersResult['samples'][number]
type Clue = Sample['clues'][number]

function clueWords({ named, evidence }: Clue): string {
  if (named) return evidence ? m.labs_clue_found() : m.labs_clue_mistaken()
  return evidence ? m.labs_clue_missed() : m.labs_clue_left()
}

function ClueLine({ clue }: { clue: Clue }) {
  const right = clue.named === clue.evidence
  return (
    <li className={right ? 'pass' : 'fail'}>
      <div>
        {clue.text} <span className={right ? 'tag good' : 'tag warn'}>{clueWords(clue)}</span>
        <br />
        <span className="quiet">{clue.why}</span>
      </div>
    </li>
  )
}

function sampleWords({ verdictRight, evidenceRight }: Sample): string {
  if (!verdictRight) return m.labs_sample_wrong()
  return evidenceRight ? m.labs_sample_right() : m.labs_sample_evidence_wrong()
}

function SampleResult({
  sample,
  number,
  total,
}: {
  sample: Sample
  number: number
  total: number
}) {
  const right = sample.verdictRight && sample.evidenceRight
  return (
    <article className="check" aria-labelledby={`sample-${sample.id}`}>
      <h3 id={`sample-${sample.id}`}>
        {m.labs_sample_number({ number, total })}
        {' · '}
        {sample.subject}
      </h3>
      <p>
        <span className={right ? 'tag good' : 'tag warn'}>{sampleWords(sample)}</span>
      </p>
      <dl className="summary">
        <dt>{m.labs_you_said()}</dt>
        <dd>{sample.answered || m.labs_submission_gone()}</dd>
        <dt>{m.labs_right_verdict()}</dt>
        <dd>{sample.verdict}</dd>
        <dt>{m.labs_why()}</dt>
        <dd>{sample.why}</dd>
      </dl>
      <details>
        <summary>{m.labs_show_mail()}</summary>
        <MailText mail={sample} />
      </details>
      <h4>{m.labs_clues()}</h4>
      <ul className="results">
        {sample.clues.map((clue) => (
          <ClueLine key={clue.id} clue={clue} />
        ))}
      </ul>
    </article>
  )
}

/** The lab's two checks, then each sample: what was right, and which clues were evidence and why. */
export function AnswersResult({ result }: { result: ShownAnswersResult }) {
  const { checks, samples, pass } = result
  const words = { verdicts: m.labs_check_verdicts, evidence: m.labs_check_evidence }
  return (
    <>
      <ul className="results">
        {checks.map(({ caseId, passed, right, total }) => (
          <li key={caseId} className={passed ? 'pass' : 'fail'}>
            {words[caseId]({ right, total, pass })}
          </li>
        ))}
      </ul>
      <h2>{m.labs_each_mail()}</h2>
      {samples.map((sample, place) => (
        <SampleResult key={sample.id} sample={sample} number={place + 1} total={samples.length} />
      ))}
    </>
  )
}
