import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { aPerson } from '#tests/factories.ts'
import { freshFolder } from '#tests/prepared.ts'
import { civic, type RunningServer, settingsFor, startServer } from '#tests/server.ts'
import { aSession, closeWorld, openWorld } from '#tests/world.ts'
import { type Asked, aTree, type Tree } from './access-reach.ts'

/** An address of the site, with what its loader and its action ask for. */
export type Route = { path: string; loader: Asked; action: Asked }

/** The headers by which a browser says who it is. */
export type Cookie = Record<string, string>

/** A server of its own, and a person of each role in the own unit of a tree. */
export type AccessWorld = {
  port: number
  tree: Tree
  people: Map<Role, Actor>
  /** A session of this person, the same each time. */
  cookieOf(person: Actor): Promise<Cookie>
  /** A number that is another one after anything was written, by whomever, to database or vault. */
  state(): string
  close(): Promise<void>
}

/** Every address of the site, and the folder that a world is put into. */
export async function listRoutes(): Promise<{ routes: Route[]; data: Folder }> {
  const data = freshFolder()
  const listed = await civic(['routes', '--json'], settingsFor(data.folder))
  return { routes: JSON.parse(listed.out), data }
}
type Folder = ReturnType<typeof freshFolder>

function stateOf(folder: string) {
  const files = ['civic.sqlite', 'vault.sqlite'].map(
    (name) => new Sqlite(join(folder, name), { readonly: true }),
  )
  return {
    // It changes with every commit of another connection, an update as well as a row.
    state: () => files.map((file) => file.pragma('data_version', { simple: true })).join(),
    close: () => files.map((file) => file.close()),
  }
}

/** Starts the server and fills the world. */
export async function openAccessWorld(data: Folder): Promise<AccessWorld> {
  // First: a server wants a folder that nothing else has open.
  const server: RunningServer = await startServer(data.folder)
  await openWorld(data.folder)
  const tree = await aTree()
  const people = new Map<Role, Actor>()
  for (const role of roles) people.set(role, await aPerson({ unit: tree.own, roles: [role] }))
  const cookies = new Map<string, Cookie>()
  const { state, close } = stateOf(data.folder)
  return {
    port: server.port,
    ...{ tree, people, state },
    async cookieOf(person) {
      const cookie = cookies.get(person.personId) ?? { Cookie: await aSession(person) }
      cookies.set(person.personId, cookie)
      return cookie
    },
    async close() {
      close()
      await closeWorld()
      await server.stop()
      data.forget()
    },
  }
}
