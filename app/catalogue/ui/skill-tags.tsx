import { m } from '#app/shared/i18n/messages.ts'
import { levelName } from '#app/shared/ui/level.ts'

/** Skills with the level that something leads to. */
export function SkillTags({
  skills,
}: {
  skills: { skill: string; name: string; level: number }[]
}) {
  return skills.map(({ skill, name, level }) => (
    <span className="tag" key={skill}>
      {m.catalogue_skill_level({ skill: name, level: levelName(level) })}
    </span>
  ))
}
