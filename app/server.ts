import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import * as build from 'virtual:remix/server-build'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'
import { contextOf, identify } from '#app/accounts/identify.server.ts'
import { env } from '#app/env.server.ts'
import { health } from '#app/shell/health.server.ts'
import {
  refuseForeign,
  requestLog,
  securityHeaders,
  sizeLimit,
  warnOfProxy,
} from '#app/shell/protect.server.ts'
import { refuseBroken, refuseUnreadable } from '#app/shell/refusal.server.ts'
import { securityText } from '#app/shell/security-text.server.ts'
import { handlerByPart } from '#app/site-parts.server.ts'

/** Level 3 costs a third of level 6 in CPU for about four per cent more bytes on our pages. */
const gzipLevel = 3
const year = '365d'

function webApp(): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env().CIVIC_TRUST_PROXY)
  app.use(securityHeaders)
  health(app)
  securityText(app)
  app.use(compression({ level: gzipLevel }))
  const client = join(process.cwd(), 'build/client')
  app.use(
    '/build/assets',
    express.static(join(client, 'assets'), { immutable: true, maxAge: year }),
  )
  app.use('/build', express.static(client, { maxAge: '1h', index: false }))
  // Its scope is the folder it is served from, so it has an address of its own at the top.
  app.get('/sw.js', (_req, res) => {
    res.sendFile(join(client, 'sw.js'), { maxAge: 0 })
  })
  app.use(requestLog, warnOfProxy, refuseForeign, sizeLimit)
  app.use(identify)
  const handlerOf = handlerByPart(build, (part) =>
    createRequestHandler({ build: part, mode: 'production', getLoadContext: contextOf }),
  )
  app.all('*', (req, res, next) => handlerOf(req.path)(req, res, next))
  app.use(refuseBroken)
  return app
}

/** The web server, not yet listening. Slow senders are cut off, so that they hold nothing up. */
export function createHttpServer(): Server {
  const server = createServer(
    {
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 20_000,
      connectionsCheckingInterval: 2_000,
    },
    webApp(),
  )
  server.maxRequestsPerSocket = 1_000
  server.on('clientError', refuseUnreadable)
  return server
}
