import { read } from '#db/client.server.ts'

type Table = ReturnType<typeof read> extends { select(): { from(t: infer T): unknown } } ? T : never

const modules = import.meta.glob<Record<string, unknown>>('../../db/*/tables.server.ts', {
  eager: true,
})

/** Every table of the main database, by its name in the code. */
export const mainTables = Object.values(modules).flatMap((module) =>
  Object.entries(module).filter(
    ([, it]) => typeof it === 'object' && it !== null && Symbol.for('drizzle:Name') in it,
  ),
)

/** A value as text in which bytes are legible. */
export function readable(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner?.type === 'Buffer' ? Buffer.from(inner.data).toString('latin1') : inner,
  )
}

/** All rows of all tables, each as 'table: row', in the order in which the engine hands them out. */
export async function dumpMain(): Promise<string[]> {
  const lines: string[] = []
  for (const [name, it] of mainTables) {
    for (const row of await read()
      .select()
      .from(it as Table)) {
      lines.push(`${name}: ${readable(row)}`)
    }
  }
  return lines
}
