import { fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { freePort } from '#tests/free-port.ts'
import { freshFolder } from '#tests/prepared.ts'
import { startServer } from '#tests/server.ts'
import { closeWorld, openWorld } from '#tests/world.ts'
import { serveBare } from './bare.ts'
import { applyLoad, type Load, type Measured } from './load.ts'
import { moduleId, seed, size } from './seed.ts'
import { coldWeight } from './weight.ts'

const lesson = `/courses/${moduleId}`
const search = '/talent?search=1&place=own&purpose=bench&page=1&must=data-sql&must-level=2'
/** What is measured; a page more is a line more. */
const pages = [
  { name: 'home', path: '/', as: 'learner' },
  { name: 'lesson', path: lesson, as: 'learner' },
  { name: 'talent-search', path: search, as: 'officer' },
] as const
const atOnce = [1, 16]
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const itself = fileURLToPath(import.meta.url)

const say = (text: string) => process.stderr.write(`${text}\n`)

/** User and system time of a process so far, ms (ticks of 10 ms). */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** The load comes from a process of its own, so that its work is not counted as the server's. */
function loadFrom(load: Load): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(itself, ['load', JSON.stringify(load)])
    child.once('message', (message) => resolve(message as Measured))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)))
  })
}

async function measure(pid: number, origin: string, path: string, cookie: string) {
  const results = []
  await loadFrom({ url: origin + path, cookie, connections: 4, seconds: 1 })
  for (const connections of atOnce) {
    const before = cpuMs(pid)
    const measured = await loadFrom({ url: origin + path, cookie, connections, seconds })
    const cpu = (cpuMs(pid) - before) / measured.requests
    results.push({ connections, ...measured, cpuMsPerRequest: Math.round(cpu * 100) / 100 })
  }
  return results
}

function bytesOf(url: string, cookie: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(
      url,
      { headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', 'Accept-Encoding': 'gzip' } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => resolve(Buffer.concat(parts)))
      },
    ).once('error', reject)
  })
}

async function untilListening(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(url).catch(() => undefined)) return
    await pause(50)
  }
  throw new Error(`nobody listens at ${url}`)
}

async function bareBeside(folder: string, name: string, url: string, cookie: string) {
  const pageFile = join(folder, 'page.html')
  writeFileSync(pageFile, gunzipSync(await bytesOf(url, cookie)))
  const port = await freePort()
  const child = fork(itself, ['bare', String(port), join(folder, 'civic.sqlite'), name, pageFile])
  await untilListening(`http://127.0.0.1:${port}`)
  const results = await measure(child.pid ?? 0, `http://127.0.0.1:${port}`, '/', cookie)
  child.kill()
  return results
}

async function main(): Promise<void> {
  const data = freshFolder()
  say(`Seeding ${size.people} people and ${size.progressEvents} progress events …`)
  await openWorld(data.folder)
  const cookies = await seed()
  await closeWorld()
  const begun = performance.now()
  const server = await startServer(data.folder)
  const startMs = Math.round(performance.now() - begun)
  const results = []
  for (const { name, path, as } of pages) {
    say(`${name} …`)
    const product = await measure(server.process.pid ?? 0, server.origin, path, cookies[as])
    const bare = await bareBeside(data.folder, name, server.origin + path, cookies[as])
    results.push({ page: name, path, product, bare })
  }
  const lessonWeight = await coldWeight(server.origin + lesson, cookies.learner)
  await server.stop()
  data.forget()
  const machine = { node: process.versions.node, cpus: cpus().length, model: cpus()[0]?.model }
  const answer = {
    machine,
    size,
    seconds,
    startMs,
    pages: results,
    coldBytesOfLesson: lessonWeight,
  }
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
}

const [role, ...given] = process.argv.slice(2)
if (role === 'load') process.send?.(await applyLoad(JSON.parse(given[0] ?? '{}')))
else if (role === 'bare') {
  const [port, database = '', page = '', file = ''] = given
  serveBare(Number(port), database, page, file)
} else await main()
