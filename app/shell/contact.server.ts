import { env } from '#app/env.server.ts'

/** Where the organisation that runs this is reached; undefined where none is set. */
export function operatorContact(): string | undefined {
  const { CIVIC_SECURITY_CONTACT: contact, origin } = env()
  // Without a setting the contact is the accessibility page itself.
  return contact.startsWith(`${origin}/accessibility`) ? undefined : contact
}
