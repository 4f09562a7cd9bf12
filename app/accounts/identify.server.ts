import { randomBytes } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { NextFunction, Request, Response } from 'express'
import '#app/context.server.ts'
import { parseCookies } from '#app/shared/http/cookies.ts'
import { inLocaleOf, negotiateLocale } from '#app/shared/i18n/locale.server.ts'
import { cookieNames } from './cookies.server.ts'
import { deviceOf } from './domain/device.ts'
import { validateSession } from './session.server.ts'

const contexts = new WeakMap<Request, AppLoadContext>()

/**
 * Ahead of Remix: who asks, in which language. One session read serves the root and every route,
 * and all that runs after it runs in the reader's language.
 */
export async function identify(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const cookies = parseCookies(req.headers.cookie)
    const token = cookies.get(cookieNames.session())
    const session = token ? await validateSession(token) : undefined
    const locale =
      session?.reader.locale ??
      negotiateLocale(cookies.get(cookieNames.language()), req.headers['accept-language'] ?? '')
    contexts.set(req, {
      reader: session?.reader,
      sessionToken: session ? token : undefined,
      locale,
      largeText: cookies.get(cookieNames.largeText()) === '1',
      nonce: res.locals.nonce,
      requestId: res.locals.requestId,
      address: req.ip ?? '',
      device: deviceOf(req.headers['user-agent'] ?? ''),
      browserMark: cookies.get(cookieNames.browser()),
      codeTicket: cookies.get(cookieNames.secondFactor()),
    })
    // A picture may stay in the browser, which asks each time whether it is still allowed and the same.
    const keeps = req.path.startsWith('/assets/') ? 'no-cache' : 'no-store'
    res.setHeader('Cache-Control', `private, ${keeps}`)
    res.setHeader('Vary', 'Cookie, Accept-Language')
    inLocaleOf(locale, next)
  } catch (error) {
    next(error)
  }
}

/** The context that `identify` made for this request. */
export function contextOf(req: Request): AppLoadContext {
  const context = contexts.get(req)
  if (!context) throw new Error('identify did not run')
  return context
}

/** A fresh random id, for a browser that has none. */
export function newBrowserId(): string {
  return randomBytes(16).toString('hex')
}
