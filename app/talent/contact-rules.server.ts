import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type ContactRule, contactRulesFile } from './domain/contact-rules.ts'

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
