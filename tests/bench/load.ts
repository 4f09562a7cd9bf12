import { Agent, get } from 'node:http'

/** What to ask for, by how many at once, for how long. */
export type Load = { url: string; cookie: string; connections: number; seconds: number }
/** Requests answered, and how long each took, ms. */
export type Measured = {
  requests: number
  failed: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  bytes: number
}

type One = { ms: number; status: number; bytes: number }

function ask(agent: Agent, { url, cookie }: Load): Promise<One> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { Cookie: cookie, 'Accept-Encoding': 'gzip', 'Sec-Fetch-Site': 'same-origin' }
    get(url, { agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () => {
        resolve({ ms: performance.now() - begun, status: answer.statusCode ?? 0, bytes })
      })
    }).once('error', reject)
  })
}

const round = (value: number) => Math.round(value * 100) / 100

/** Keeps `connections` requests under way for `seconds`, each on a connection that stays open. */
export async function applyLoad(load: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const until = performance.now() + load.seconds * 1_000
  const all: One[] = []
  const worker = async () => {
    while (performance.now() < until) all.push(await ask(agent, load))
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: load.connections }, worker))
  const seconds = (performance.now() - begun) / 1_000
  agent.destroy()
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.floor(share * (times.length - 1))] ?? 0)
  return {
    requests: all.length,
    failed: all.filter(({ status }) => status !== 200).length,
    perSecond: round(all.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: all.at(-1)?.bytes ?? 0,
  }
}
