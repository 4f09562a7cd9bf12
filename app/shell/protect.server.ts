import { randomBytes, randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { isSecretPath, secretPagePolicy } from '#app/accounts/domain/secret-page.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import { isOwnRequest } from '#app/shared/http/origin.ts'
import { refuse } from './refusal.server.ts'

const kilobyte = 1_024
/**
 * Bytes a form may have; a roster file is larger than most. An author's text over its own 2 MB limit
 * still has to reach its page, which gives it back with what to do.
 */
const bodyLimits = [
  { path: /^\/staff\/import$/, bytes: 6 * kilobyte * kilobyte },
  { path: /^\/authoring\//, bytes: 6 * kilobyte * kilobyte },
  { path: /./, bytes: 256 * kilobyte },
]
/** Whether Remix would answer this to its own client script, which no page of ours runs. */
function isClientOnly(req: Request): boolean {
  if (/^\/__manifest$|\.data$/.test(req.path)) return true
  return new URLSearchParams(req.originalUrl.split('?').slice(1).join('?')).has('_data')
}

const protect = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", (_req, res) => `'nonce-${(res as Response).locals.nonce}'`],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: true,
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
})

/** Headers of every answer, and the ids that the rest of the request uses. */
export function securityHeaders(req: Request, res: Response, next: NextFunction): void {
  res.locals.requestId = randomUUID()
  res.locals.nonce = randomBytes(16).toString('base64')
  res.setHeader('X-Request-Id', res.locals.requestId)
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  // Our own address is CIVIC_ORIGIN, whatever a proxy or a stranger says here: Remix takes what stands
  // in Host for the beginning of the address, a path in it included.
  delete req.headers['x-forwarded-host']
  req.headers.host = new URL(env().origin).host
  protect(req, res, (error) => {
    // The address itself is the secret: no other site may hear of it.
    if (isSecretPath(req.path)) res.setHeader('Referrer-Policy', secretPagePolicy(env().origin))
    next(error)
  })
}

/** Where a person joins or leaves a pool: the log tells neither which pool nor for which role. */
const poolPath = /^\/(registry|white-hat\/(apply|withdrawal))(\/|$)/

/** Of what our own addresses are made; names and e-mail addresses that people type there are not. */
const ownPart = /^[\w.-]{1,64}$/

/**
 * A path as the log may have it: the links that set a password are secrets, and so is a pool. Of a page
 * that is not there only the beginning is known to be ours.
 */
export function loggedPath(path: string, status: number): string {
  if (poolPath.test(path)) return '/registry/…'
  const parts = path.split('/')
  const known = isSecretPath(path) || status === 404 ? 2 : parts.length
  return parts
    .map((part, at) => (part === '' || (at < known && ownPart.test(part)) ? part : '…'))
    .join('/')
}

/** One line a request: method, path without its query, status, milliseconds. */
export function requestLog(req: Request, res: Response, next: NextFunction): void {
  const begun = performance.now()
  res.on('finish', () => {
    const { requestId } = res.locals
    const status = res.statusCode
    const ms = Math.round(performance.now() - begun)
    log.info(
      { requestId, method: req.method, path: loggedPath(req.path, status), status, ms },
      'request',
    )
  })
  next()
}

let warned = false

/**
 * Says once in the log that a proxy stands in front of which nothing was told: to the limit of tries all
 * browsers would then be one.
 */
export function warnOfProxy(req: Request, _res: Response, next: NextFunction): void {
  const { CIVIC_MODE, CIVIC_TRUST_PROXY, https } = env()
  const unexpected = CIVIC_TRUST_PROXY === 0 && req.headers['x-forwarded-for'] !== undefined
  if (!warned && unexpected && https && CIVIC_MODE === 'production') {
    warned = true
    log.warn(
      { setting: 'CIVIC_TRUST_PROXY' },
      'requests come through a proxy: set CIVIC_TRUST_PROXY to how many stand in front, or all people count as one address',
    )
  }
  next()
}

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** Refuses what no page of this site sends. */
export function refuseForeign(req: Request, res: Response, next: NextFunction): void {
  const site = req.headers['sec-fetch-site']
  const headers = { site: typeof site === 'string' ? site : undefined, origin: req.headers.origin }
  if (!methods.has(req.method)) {
    res.setHeader('Allow', [...methods].join(', '))
    refuse(res, 405)
    // No row holds a NUL, and PostgreSQL takes none in a question either.
  } else if (isClientOnly(req) || /%00/.test(req.originalUrl)) refuse(res, 404)
  else if (!isOwnRequest(req.method, headers, env().origin)) refuse(res, 403)
  else {
    // Settled above. Remix would compare it with Host once more, which a proxy may have changed, and
    // refuse 'null', which a page with a secret address sends (see secret-page.ts).
    delete req.headers.origin
    next()
  }
}

/** Refuses a body that is too large, or does not say how large it is. */
export function sizeLimit(req: Request, res: Response, next: NextFunction): void {
  const length = req.headers['content-length']
  const limit = bodyLimits.find(({ path }) => path.test(req.path))?.bytes ?? 0
  if (req.headers['transfer-encoding']) refuse(res, 411)
  else if (Number(length ?? 0) > limit) refuse(res.setHeader('Connection', 'close'), 413)
  else next()
}
