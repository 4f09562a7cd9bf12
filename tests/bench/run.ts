import { fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startRuntime, stopRuntime } from '#app/runtime.server.ts'
import { freePort } from '#tests/free-port.ts'
import { freshFolder } from '#tests/prepared.ts'
import { startServer } from '#tests/server.ts'
import { serveBare } from './bare.ts'
import { applyLoad, ask, type Load, type Measured } from './load.ts'
import { htmlOf, type Page, pagesOf } from './pages.ts'
import { seed, type World } from './seed.ts'
import { type Recorded, recordStatements } from './statements.ts'
import { coldWeight } from './weight.ts'

const people = 10_000
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

async function measure(pid: number, url: string, cookie: string) {
  const results = []
  await loadFrom({ url, cookie, connections: 4, seconds: 1 })
  for (const connections of atOnce) {
    const before = cpuMs(pid)
    const measured = await loadFrom({ url, cookie, connections, seconds })
    if (measured.failed > 0) throw new Error(`${measured.failed} answers of ${url} failed`)
    const cpu = (cpuMs(pid) - before) / measured.requests
    results.push({ connections, ...measured, cpuMsPerRequest: Math.round(cpu * 100) / 100 })
  }
  return results
}

async function untilListening(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(url).catch(() => undefined)) return
    await pause(50)
  }
  throw new Error(`nobody listens at ${url}`)
}

/** Measures a server that does the same reads and sends the same bytes. */
async function bareBeside(folder: string, page: Page, { reads }: Recorded, html: Buffer) {
  const [readsFile, htmlFile] = [join(folder, 'reads.json'), join(folder, 'page.html')]
  writeFileSync(readsFile, JSON.stringify(reads))
  writeFileSync(htmlFile, html)
  const port = await freePort()
  const child = fork(itself, ['bare', String(port), folder, readsFile, htmlFile])
  const url = `http://127.0.0.1:${port}/`
  try {
    await untilListening(url)
    if (!htmlOf(page, await ask({ url, cookie: '' })).equals(html)) throw new Error('other bytes')
    return await measure(child.pid ?? 0, url, '')
  } finally {
    child.kill()
  }
}

async function seedWorld(folder: string): Promise<World & { seedMs: number }> {
  process.env.CIVIC_DATA = folder
  const begun = performance.now()
  await startRuntime()
  const world = await seed(people)
  await stopRuntime()
  return { ...world, seedMs: Math.round(performance.now() - begun) }
}

/** The product and, beside it, the bare server, page by page; and what a lesson weighs. */
async function measurePages(folder: string, world: World, pages: Page[]) {
  const asked = pages.map(({ name, path, as }) => ({ name, path, cookie: world[as] }))
  const statements = await recordStatements(folder, asked)
  const begun = performance.now()
  const server = await startServer(folder)
  const startMs = Math.round(performance.now() - begun)
  const results = []
  try {
    for (const page of pages) {
      const { name, path, as } = page
      say(`${name} …`)
      const url = server.origin + path
      const recorded = statements.get(name)!
      const html = htmlOf(page, await ask({ url, cookie: world[as] }))
      const product = await measure(server.process.pid ?? 0, url, world[as])
      htmlOf(page, await ask({ url, cookie: world[as] }))
      const bare = await bareBeside(folder, page, recorded, html)
      const counts = { reads: recorded.reads.length, writes: recorded.writes, html: html.length }
      results.push({ page: name, path, ...counts, product, bare })
    }
    const { path, title } = world.lesson
    const weighed = { cookie: world.learner, title }
    const coldBytesOfLesson = await coldWeight(server.origin + path, weighed)
    return { startMs, pages: results, coldBytesOfLesson }
  } finally {
    await server.stop()
  }
}

async function main(): Promise<void> {
  const data = freshFolder()
  try {
    say(`Seeding ${people} people and what they did …`)
    const { seedMs, ...world } = await seedWorld(data.folder)
    const measured = await measurePages(data.folder, world, pagesOf(world))
    const machine = { node: process.versions.node, cpus: cpus().length, model: cpus()[0]?.model }
    const size = { people, progressEvents: world.progressEvents }
    const answer = { machine, size, seconds, seedMs, ...measured }
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  } finally {
    data.forget()
  }
}

const [role, ...given] = process.argv.slice(2)
if (role === 'load') process.send?.(await applyLoad(JSON.parse(given[0] ?? '{}')))
else if (role === 'bare') {
  const [port, folder = '', reads = '', html = ''] = given
  serveBare(Number(port), folder, reads, html)
} else await main()
