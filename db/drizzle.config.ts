import { defineConfig } from 'drizzle-kit'

// DATABASE_URL chooses the engine as everywhere; VAULT=1 writes the vault's own SQLite file.
const postgres = /^postgres/.test(process.env.DATABASE_URL ?? '')
const vault = process.env.VAULT === '1'
const folder = postgres ? 'postgres' : vault ? 'vault' : 'sqlite'

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: postgres
    ? ['./db/*/tables.server.ts', './db/vault/vault-tables.server.ts']
    : vault
      ? './db/vault/vault-tables.server.ts'
      : './db/*/tables.server.ts',
  out: `./db/migrations/${folder}`,
})
