import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { env } from '#app/env.server.ts'
import { sqliteFiles } from '#db/client.server.ts'
import { engine } from '#db/dialect/index.ts'

type Row = Record<string, unknown>

function ofSqlite(): Map<string, Row[]> {
  const tables = new Map<string, Row[]>()
  for (const name of Object.values(sqliteFiles)) {
    const file = new Sqlite(join(env().folder, name), { readonly: true })
    const listed = file
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all() as Row[]
    for (const { name: table } of listed) {
      tables.set(`${name}/${table}`, file.prepare(`SELECT * FROM "${table}"`).all() as Row[])
    }
    file.close()
  }
  return tables
}

async function ofPostgres(): Promise<Map<string, Row[]>> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query(
    "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'vault')",
  )
  const tables = new Map<string, Row[]>()
  for (const { schemaname, tablename } of rows) {
    const name = `${schemaname}/${tablename}`
    tables.set(name, (await client.query(`SELECT * FROM ${schemaname}."${tablename}"`)).rows)
  }
  await client.end()
  return tables
}

const asText = (value: unknown): string => {
  if (Buffer.isBuffer(value)) return `${value.toString('utf8')} ${value.toString('hex')}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** `table.column` of every cell of both stores that holds one of these texts, as text or as bytes. */
export async function cellsWith(needles: string[]): Promise<string[]> {
  const tables = engine === 'postgres' ? await ofPostgres() : ofSqlite()
  const found = new Set<string>()
  for (const [table, rows] of tables) {
    for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
      const text = asText(value).toLowerCase()
      if (needles.some((needle) => text.includes(needle.toLowerCase()))) {
        found.add(`${table.split('/').at(-1)}.${column}`)
      }
    }
  }
  return [...found].sort()
}
