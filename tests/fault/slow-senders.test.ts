import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

// The server of the product as it is made, in this process: what it lets a sender have is read off
// it, and then made short, so that nobody waits for half a minute to see a sender cut off.

vi.mock('virtual:remix/server-build', () => ({ routes: {}, assets: { routes: {} } }))
vi.mock('#app/site-parts.server.ts', () => ({
  // A page that reads a form to its end, as every action does.
  handlerByPart: () => () => (req: AsyncIterable<Buffer>, res: { end(text: string): void }) => {
    void (async () => {
      for await (const _ of req);
      res.end('read')
    })().catch(() => {})
  },
}))

let server: Server
beforeAll(async () => {
  const { createHttpServer } = await import('#app/server.ts')
  server = createHttpServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('lets a whole request take a while and no longer than a minute, its headers less', () => {
  expect(server.requestTimeout).toBeGreaterThanOrEqual(1_000)
  expect(server.requestTimeout).toBeLessThanOrEqual(60_000)
  expect(server.headersTimeout).toBeGreaterThanOrEqual(1_000)
  expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout)
})

it('cuts off a body that trickles, however steadily', async () => {
  // None stays none: a server without a limit is not given one here. Node takes the longer of the two
  // for the whole request, whichever it is.
  server.requestTimeout = Math.min(server.requestTimeout, 200)
  server.headersTimeout = Math.min(server.headersTimeout, 200)
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let said = ''
  socket.on('data', (data) => {
    said += data
  })
  socket.on('error', () => {})
  const head = ['POST /language HTTP/1.1', 'Host: a', 'Sec-Fetch-Site: same-origin']
  const type = 'Content-Type: application/x-www-form-urlencoded'
  socket.write(`${[...head, type, 'Content-Length: 100000'].join('\r\n')}\r\n\r\n`)
  // A byte every now and then: to a limit on silence alone it would be a busy sender.
  const trickle = setInterval(() => socket.write('a'), 50)
  await expect.poll(() => socket.closed, { timeout: 10_000 }).toBe(true)
  clearInterval(trickle)
  expect(said).toContain('408')
})
