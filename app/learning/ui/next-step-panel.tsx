import type { Gap, WhyChoose } from '#app/learning/domain/next-step.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelName } from '#app/shared/ui/level.ts'

type Props = {
  step: {
    kind: 'nominated' | 'continue' | 'close-gap' | 'show' | 'choose'
    title?: string | undefined
    courseTitle?: string | undefined
    href?: string | undefined
    minutes?: number
    /** What the unit nominated one for: the course, and by when in words, '' for no deadline. */
    nomination?: { course: string; due: string; late: boolean } | undefined
    /** Whether something was done in the course already. */
    begun?: boolean
    gap?: Gap
    /** The level that the course teaches up to. */
    leadsTo?: number
    /** Whether the skill comes in a later module than this one. */
    later?: boolean
    skillName?: string | undefined
    whyChoose: WhyChoose
  }
  post: string | undefined
}

const reasons = {
  'no-post': () => m.learning_choose_no_post(),
  'post-met': ({ post }) => m.learning_choose_post_met({ post }),
  'nothing-teaches': ({ post }) => m.learning_choose_untaught({ post }),
} satisfies Record<WhyChoose, (words: { post: string }) => string>

function whyNominated({ nomination }: Props['step']): string | undefined {
  if (!nomination) return
  const { course, due: time, late } = nomination
  if (time === '') return m.learning_nominated_why({ course })
  const words = { course, time }
  return late ? m.learning_nominated_why_late(words) : m.learning_nominated_why_due(words)
}

/** What one's unit or post asks and where one stands, in a sentence. */
function whyThis({ step, post }: Props): string | undefined {
  const { gap, skillName, leadsTo } = step
  if (step.kind === 'nominated') return whyNominated(step)
  if (step.kind === 'continue') return m.learning_go_on_why()
  if (step.kind === 'choose') return reasons[step.whyChoose]({ post: post ?? '' })
  if (!gap || !post || !skillName) return
  const [wanted, held] = [levelName(gap.level), levelName(gap.held)]
  const asked =
    gap.held === 0
      ? m.learning_gap_new({ post, skill: skillName, wanted })
      : m.learning_gap({ post, skill: skillName, wanted, held })
  const isPart = leadsTo !== undefined && leadsTo < gap.level
  return [
    asked,
    step.later && m.learning_gap_later({ course: step.courseTitle ?? '' }),
    isPart && m.learning_gap_part({ level: levelName(leadsTo) }),
  ]
    .filter(Boolean)
    .join(' ')
}

function heading({ step }: Props): string {
  if (step.kind === 'show') return m.learning_show_it({ skill: step.skillName ?? '' })
  if (step.kind === 'choose') return m.learning_choose_course()
  return step.title ?? ''
}

function action({ step }: Props): { href: string; label: string } {
  if (step.kind === 'show')
    return { href: `/assessments/${step.gap?.skill}`, label: m.learning_go_test() }
  if (step.kind === 'choose') return { href: '/courses', label: m.learning_see_courses() }
  const label = step.kind === 'continue' || step.begun ? m.learning_go_on() : m.learning_begin()
  return { href: step.href ?? '/courses', label }
}

/** The one thing to do next: a sentence and a button. */
export function NextStepPanel(props: Props) {
  const { minutes } = props.step
  const { href, label } = action(props)
  const why = whyThis(props)
  return (
    <section className="panel next">
      <p className="quiet">
        {m.learning_next_step()}
        {minutes && ` · ${m.learning_about_minutes({ minutes })}`}
      </p>
      <h1>{heading(props)}</h1>
      {why && <p>{why}</p>}
      <p>
        <a className="button" href={href}>
          {label}
        </a>
      </p>
    </section>
  )
}
