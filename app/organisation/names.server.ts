import { identitiesOf } from '#db/vault/identities.server.ts'

/** A person's own name for their own page; '' once their identity was erased. */
export async function nameOf(personId: string): Promise<string> {
  return (await identitiesOf([personId])).get(personId)?.name ?? ''
}
