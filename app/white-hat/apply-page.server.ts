import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { skillNames } from '#app/talent/present.server.ts'
import { type WhiteHatRole, whiteHatRoles } from '#app/white-hat/domain/roles.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { listRoleProfiles } from '#db/talent/frameworks.server.ts'
import { heldSkillsOf } from '#db/talent/skill-queries.server.ts'
import { findOwnApplication } from '#db/white-hat/applicants.server.ts'

export type RoleAsked = {
  role: WhiteHatRole
  description: string
  requires: { name: string; level: number; own: number | undefined }[]
}

/**
 * The nine roles, or the one applied for, with what each asks beside the reader's own levels; never
 * the code name.
 */
export async function applyPage({ personId, timeZone }: Reader) {
  const locale = currentLocale()
  const nameOf = await skillNames(locale)
  const profiles = await listRoleProfiles()
  const held = (await heldSkillsOf([personId], Date.now())).get(personId) ?? []
  const application = await findOwnApplication(personId)
  const shown = whiteHatRoles.filter((role) => !application || role === application.role)
  const roles = shown.map<RoleAsked>((role) => {
    const profile = profiles.find(({ code }) => code === role)
    return {
      role,
      description: profile ? inLocale(profile.description, locale) : '',
      requires: (profile?.requires ?? []).map(({ skill, level }) => ({
        name: nameOf(skill),
        level,
        own: held.find((own) => own.skill === skill)?.level,
      })),
    }
  })
  return { roles, application, timeZone }
}
