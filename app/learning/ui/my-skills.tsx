import { m } from '#app/shared/i18n/messages.ts'
import { levelName } from '#app/shared/ui/level.ts'
import { type RadarSkill, SkillRadar } from './skill-radar.tsx'

type Props = {
  /** What the post asks for. */
  skills: RadarSkill[]
  /** What was shown besides, with its level. */
  beyond: { name: string; level: number }[]
  /** Names of skills that the post asks for, that are not shown and that no course teaches. */
  untaught: string[]
  /** Names of skills whose evidence is not enough for a level yet. */
  thin: string[]
}

/** One's skills: against the post, those beyond it, and what cannot be learnt here yet. */
export function MySkills({ skills, beyond, untaught, thin }: Props) {
  return (
    <>
      {skills.length === 0 ? (
        <p>{m.learning_no_post()}</p>
      ) : (
        <>
          <p className="quiet">{m.learning_radar_legend()}</p>
          <SkillRadar skills={skills} />
        </>
      )}
      {thin.length > 0 && (
        <p className="quiet">
          {m.learning_thin({ skills: thin.join(m.learning_list_comma()) })}{' '}
          <a href="/record">{m.learning_thin_see()}</a>
        </p>
      )}
      {untaught.length > 0 && (
        <p className="quiet">
          {m.learning_untaught({ skills: untaught.join(m.learning_list_comma()) })}
        </p>
      )}
      {beyond.length > 0 && (
        <>
          <h3>{m.learning_beyond_post()}</h3>
          <ul>
            {beyond.map(({ name, level }) => (
              <li key={name}>{m.learning_skill_at({ skill: name, level: levelName(level) })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
