import { randomBytes } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { LRUCache } from 'lru-cache'
import { readForm } from '#app/shared/http/form.server.ts'
import { passwordFields } from '#app/shared/http/form-state.ts'
import { readBrowserMark } from './sign-in.server.ts'

/** A form that came after its session had ended: where it was sent, and its fields in order. */
export type HeldForm = { path: string; fields: [name: string, value: string][] }

/** In memory only, for an hour, at most so many characters; the oldest go first. */
const held = new LRUCache<string, HeldForm & { personId: string }>({
  ttl: 3_600_000,
  maxSize: 32_000_000,
  sizeCalculation: ({ fields }) => fields.reduce((sum, [, value]) => sum + value.length, 1_000),
})
/** Forms kept for one person. */
const maxEach = 3

function makeRoom(personId: string, path: string): void {
  const own = [...held.entries()].filter(([, form]) => form.personId === personId)
  const replaced = own.filter(([, form]) => form.path === path)
  for (const [id] of [...replaced, ...own.slice(maxEach - 1)]) held.delete(id)
}

/**
 * Keeps a form whose sender has to sign in first, and returns the name it is found by. It is kept only
 * for the person who last signed in with this browser, by the mark we gave it, and shown to nobody else:
 * strangers fill no memory, and a shared computer gives nothing away. Passwords and files are not kept.
 */
export async function holdForm(
  request: Request,
  { browserMark }: AppLoadContext,
): Promise<string | undefined> {
  const { knownFor: personId } = readBrowserMark(browserMark)
  if (!personId) return
  const fields: HeldForm['fields'] = []
  for (const [name, value] of await readForm(request)) {
    if (typeof value !== 'string' || passwordFields.has(name)) return
    // As typed: a browser sends two characters for a line's end, and a text area would drop the first.
    fields.push([name, value.replace(/\r\n?/g, '\n')])
  }
  const { pathname, search } = new URL(request.url)
  const path = pathname + search
  makeRoom(personId, path)
  const id = randomBytes(12).toString('hex')
  held.set(id, { personId, path, fields })
  return id
}

/** The form kept under this name, for the person who sent it. */
export function findHeldForm(id: string | undefined, personId: string): HeldForm | undefined {
  const form = held.get(id ?? '')
  return form?.personId === personId ? form : undefined
}
