import { read } from '#db/client.server.ts'
import { asc, eq, inArray, isNull, like, or } from '#db/dialect/index.ts'
import { regions } from './tables.server.ts'

/** A place with the places it is in, from the province down; `trail` is their names: 示例省 示例市 示例县. */
export type Place = { code: string; trail: string; line: { code: string; name: string }[] }

type Row = typeof regions.$inferSelect

async function withTrails(rows: Row[]): Promise<Place[]> {
  const known = new Map(rows.map((row) => [row.code, row]))
  for (let depth = 0; depth < 3; depth++) {
    const missing = [...known.values()].flatMap(({ parent }) =>
      parent && !known.has(parent) ? [parent] : [],
    )
    if (missing.length === 0) break
    const more = await read()
      .select()
      .from(regions)
      .where(inArray(regions.code, [...new Set(missing)]))
    for (const row of more) known.set(row.code, row)
    if (more.length === 0) break
  }
  return rows.map(({ code }) => {
    const line: Place['line'] = []
    for (let at = known.get(code); at; at = at.parent ? known.get(at.parent) : undefined) {
      line.unshift({ code: at.code, name: at.name })
    }
    return { code, trail: line.map(({ name }) => name).join(' '), line }
  })
}

/** Places whose code is `text` or whose name begins with or holds it; at most `limit`. */
export async function findPlaces(text: string, limit: number): Promise<Place[]> {
  const literal = text.replace(/[\\%_]/g, '')
  if (literal === '') return []
  const matches = or(eq(regions.code, literal), like(regions.name, `%${literal}%`))
  const rows = await read()
    .select()
    .from(regions)
    .where(matches)
    .orderBy(asc(regions.code))
    .limit(limit)
  const exact = rows.filter(({ code, name }) => code === literal || name === literal)
  return withTrails(exact.length > 0 ? exact : rows)
}

/** These places with their trails. */
export async function placesByCode(codes: string[]): Promise<Map<string, Place>> {
  if (codes.length === 0) return new Map()
  const rows = await read().select().from(regions).where(inArray(regions.code, codes))
  return new Map((await withTrails(rows)).map((place) => [place.code, place]))
}

/** What lies directly in a place; the provinces for ''. For looking a place up step by step. */
export async function listPlacesIn(parent: string): Promise<Place[]> {
  const rows = await read()
    .select()
    .from(regions)
    .where(parent === '' ? isNull(regions.parent) : eq(regions.parent, parent))
    .orderBy(asc(regions.code))
  return withTrails(rows)
}
