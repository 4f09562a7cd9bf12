import type { Express } from 'express'
import { isReady } from './readiness.server.ts'

/** `/healthz`: the process answers. `/readyz`: it can serve, or says in one word why not. */
export function health(app: Express): void {
  app.get('/healthz', (_req, res) => {
    res.type('text/plain').send('ok')
  })
  app.get('/readyz', async (_req, res) => {
    const state = await isReady()
    res
      .status(state === 'ready' ? 200 : 503)
      .type('text/plain')
      .send(state)
  })
}
