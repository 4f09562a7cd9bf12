import { findWhiteHat } from '#db/vault/white-hats.server.ts'

/** The person's own open application, for the person alone: it says nothing of the code name. */
export async function findOwnApplication(personId: string) {
  const own = await findWhiteHat(personId)
  return own && { role: own.role, at: own.at }
}
