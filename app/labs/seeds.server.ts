import { createHmac } from 'node:crypto'

/** Whose data it is: a person, at one version of a lab. Another version means other data. */
export type SeedOwner = { personId: string; versionId: string }

function digest(secret: Buffer, parts: (string | number)[]): Buffer {
  // As JSON, so that no two lists of parts read the same.
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
}

/**
 * The seed of a learner's hidden case: the first 31 bits of HMAC-SHA256 over person, version and
 * the case's place, under the installation's seed key. Never sent to a browser or a sandbox's query.
 */
export function caseSeed(secret: Buffer, owner: SeedOwner, caseIndex: number): number {
  return digest(secret, ['case', owner.personId, owner.versionId, caseIndex]).readUInt32BE(0) >>> 1
}

/** The seed that draws the samples of an answers lab; `draw` counts from 1 (see `drawNumber`). */
export function drawSeed(secret: Buffer, owner: SeedOwner, draw: number): string {
  return digest(secret, ['draw', owner.personId, owner.versionId, draw]).toString('hex')
}

/** A name for what this browser keeps of a lab, so that the next person at it does not get it. */
export function deviceDraftName(secret: Buffer, personId: string, labId: string): string {
  return `lab-draft-${digest(secret, ['device', personId, labId]).toString('hex', 0, 12)}`
}
