import type { Skill } from './framework.ts'

/**
 * Whether a unit's officer may attest the skill. Those of white hats they may not: who can give chosen
 * people such evidence, and sees the masked pool, could find out which code name is whose. Two people
 * attest them, later.
 */
export function isAttestable({ group }: Pick<Skill, 'group'>): boolean {
  return group !== 'security'
}
