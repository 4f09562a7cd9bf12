import type { Work } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { and, eq, isNull } from '#db/dialect/index.ts'
import { whiteHatApplications } from './tables.server.ts'

const open = (personId: string) =>
  and(eq(whiteHatApplications.personId, personId), isNull(whiteHatApplications.withdrawnAt))

/** Whether the person has applied as a white hat and not withdrawn, within a command. */
export async function isOpenApplicant({ tx }: Work, personId: string): Promise<boolean> {
  const rows = await tx.select().from(whiteHatApplications).where(open(personId))
  return rows.length > 0
}

/** The person's own open application, for the person alone: it says nothing of the code name. */
export async function findOwnApplication(personId: string) {
  const [row] = await read()
    .select({ role: whiteHatApplications.role, at: whiteHatApplications.at })
    .from(whiteHatApplications)
    .where(open(personId))
  return row
}
