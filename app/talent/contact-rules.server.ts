import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type ContactRule, contactRulesFile, tierBarsOf } from './domain/contact-rules.ts'

/**
 * The rules of a file such as `content/registry/contact-rules.yaml`. Throws where it breaks the
 * schema, so that a server with a damaged rule does not start.
 */
export function readContactRules(file: string): ContactRule[] {
  return contactRulesFile.parse(parse(readFileSync(file, 'utf8'))).rules
}

/** The rules of this process, read when it starts. */
export const contactRules: readonly ContactRule[] = readContactRules(
  'content/registry/contact-rules.yaml',
)

/** Those of them that bar whole tiers from a kind of engagement. */
export const tierBars = tierBarsOf(contactRules)
