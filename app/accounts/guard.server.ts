import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import '#app/context.server.ts'
import { can, type Permission } from '#app/accounts/domain/policy.ts'
import { storageFailure } from '#app/shared/http/failure.server.ts'
import { readForm } from '#app/shared/http/form.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { holdForm } from './held-forms.server.ts'

/** What a route asks of whoever calls it: a permission of the policy, or nothing. */
export type Access = Permission | 'public' | 'signed-in'

type Common = {
  request: Request
  url: URL
  params: Record<string, string | undefined>
  context: LoaderFunctionArgs['context']
}
type ForReader = Common & { reader: Reader }
type WithForm = { form: FormData; key: string }

/** Where a short password gets the second factor it needs, or a longer one; also the way to sign out. */
const whileOwed = new Set(['/account/second-factor', '/account/password', '/sign-out', '/language'])

/** 404, whether the thing does not exist or is none of the reader's business. */
export function notFound(): Response {
  return new Response('404 没有这个页面 · There is no such page\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

function signInFirst(back: string): Response {
  return redirect(`/sign-in?return=${encodeURIComponent(back)}`)
}

function admit({ request, params, context }: LoaderFunctionArgs, access: Access): ForReader {
  const url = new URL(request.url)
  const { reader } = context
  if (!reader) throw signInFirst(url.pathname + url.search)
  if (reader.secondFactorOwed && !whileOwed.has(url.pathname)) {
    throw redirect('/account/second-factor')
  }
  if (access !== 'signed-in' && access !== 'public' && !can(reader, access)) throw notFound()
  return { request, url, params, context, reader }
}

async function answer<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw storageFailure(error) ?? error
  }
}

function mark<F>(access: Access, handler: F): F & { access: Access } {
  return Object.assign(handler as F & object, { access })
}

/**
 * A loader that answers only readers with `access`: others are sent to sign in, or get 404. Line
 * one of every loader is this; the access it carries is what the generated test walks.
 */
export function guardedLoader<T>(
  access: Permission | 'signed-in',
  work: (args: ForReader) => T | Promise<T>,
) {
  return mark(access, (args: LoaderFunctionArgs) =>
    answer<T>(async () => work(admit(args, access))),
  )
}

/**
 * The same for an action: `form` is parsed within its size limit, `key` makes a retry harmless. What is
 * sent after the session ended is held, to be sent again after signing in.
 */
export function guardedAction<T>(
  access: Permission | 'signed-in',
  work: (args: ForReader & WithForm) => T | Promise<T>,
) {
  return mark(access, (args: ActionFunctionArgs) =>
    answer<T>(async () => {
      if (!args.context.reader) {
        const held = await holdForm(args.request, args.context)
        throw signInFirst(held ? `/held/${held}` : '/')
      }
      const admitted = admit(args, access)
      const form = await readForm(args.request)
      return work({ ...admitted, form, key: String(form.get('key') ?? '') })
    }),
  )
}

/** A loader for everyone. */
export function publicLoader<T>(
  work: (args: Common & { reader: Reader | undefined }) => T | Promise<T>,
) {
  return mark('public', (args: LoaderFunctionArgs) =>
    answer<T>(async () => {
      const { request, params, context } = args
      const url = new URL(request.url)
      return work({ request, url, params, context, reader: context.reader })
    }),
  )
}

/** An action for everyone: signing in, setting a password by a link, choosing the language. */
export function publicAction<T>(
  work: (args: Common & WithForm & { reader: Reader | undefined }) => T | Promise<T>,
) {
  return mark('public', (args: ActionFunctionArgs) =>
    answer<T>(async () => {
      const { request, params, context } = args
      const form = await readForm(request)
      const url = new URL(request.url)
      const key = String(form.get('key') ?? '')
      return work({ request, url, params, context, reader: context.reader, form, key })
    }),
  )
}
