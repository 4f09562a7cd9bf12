import { Agent, get } from 'node:http'

/** Whom to ask for what; `headers` beside those of a signed-in browser. */
export type Asked = { url: string; cookie: string; headers?: Record<string, string> }
/** What to ask for, by how many at once, for how long. */
export type Load = Asked & { connections: number; seconds: number }
/** Requests answered, and how long each took, ms; bytes as they came over the wire. */
export type Measured = {
  requests: number
  /** Answers that were no page, or a much shorter one than the others. */
  failed: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  bytes: number
}

/** One answer: how long it took in ms, and its body as it was sent (gzip). */
export type One = { ms: number; status: number; body: Buffer }

/** Asks once, as a page of the site does in a browser. */
export function ask({ url, cookie, headers }: Asked, agent?: Agent): Promise<One> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const sent = { Cookie: cookie, 'Accept-Encoding': 'gzip', 'Sec-Fetch-Site': 'same-origin' }
    get(url, { agent, headers: { ...sent, ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const [ms, body] = [performance.now() - begun, Buffer.concat(parts)]
        resolve({ ms, status: answer.statusCode ?? 0, body })
      })
    }).once('error', reject)
  })
}

const round = (value: number) => Math.round(value * 100) / 100

/** Keeps `connections` requests under way for `seconds`, each on a connection that stays open. */
export async function applyLoad(load: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const until = performance.now() + load.seconds * 1_000
  const all: (Omit<One, 'body'> & { bytes: number })[] = []
  const worker = async () => {
    while (performance.now() < until) {
      const { body, ...one } = await ask(load, agent)
      all.push({ ...one, bytes: body.length })
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: load.connections }, worker))
  const seconds = (performance.now() - begun) / 1_000
  agent.destroy()
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.floor(share * (times.length - 1))] ?? 0)
  const bytes = Math.max(...all.map((one) => one.bytes))
  return {
    requests: all.length,
    failed: all.filter((one) => one.status !== 200 || one.bytes < bytes * 0.9).length,
    perSecond: round(all.length / seconds),
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99), bytes },
  }
}
