import { writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findIsolation } from '#app/labs/runners/isolation.server.ts'
import { createSqlRunner, type SqlOutputs } from '#app/labs/runners/sql.server.ts'
import { supervise } from '#app/labs/runners/supervise.server.ts'
import { buildSqlChild, sandboxFolder } from '#tests/attack/sandbox.ts'

/** Children that are hostile from their first line: what a broken-out sandbox would be. */
function entryOf(code: string): string {
  const entry = join(sandboxFolder(), 'child.mjs')
  writeFileSync(entry, `import fs from 'node:fs'\n${code}`)
  return entry
}

function run(code: string, limits = {}) {
  const entry = entryOf(code)
  return supervise({
    isolation: findIsolation([entry]),
    child: { entry, reads: [], args: [] },
    input: '{}',
    limits: { wallMs: 20_000, memoryMb: 64, outputKb: 64, ...limits },
  })
}

/** Takes memory and says after each step how much it has, in megabytes. */
const growWasm = `
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 32768 })
  const say = () => fs.writeSync(1, ' ' + Math.floor(memory.buffer.byteLength / 1048576))
  try { for (;;) { const pages = memory.grow(64); new Uint8Array(memory.buffer, pages * 65536).fill(1); say() } } catch {}
  fs.writeFileSync(3, '')`

test('the kernel stops wasm memory, which no flag of Node bounds', async () => {
  const small = await run(growWasm, { memoryMb: 64 })
  const large = await run(growWasm, { memoryMb: 320 })
  // Node 20 refuses the step too many and goes on; Node 22 has too little left to live on.
  for (const { ending } of [small, large]) expect(['answered', 'MEMORY']).toContain(ending)
  const reached = ({ stdout }: { stdout: string }) => Number(stdout.split(' ').at(-1))
  // At least what the limit promises, at most that and what Node itself is allowed.
  expect(reached(small)).toBeGreaterThanOrEqual(64)
  expect(reached(small)).toBeLessThan(64 + 160)
  expect(reached(large)).toBeGreaterThanOrEqual(320)
  expect(reached(large)).toBeLessThan(320 + 160)
})

test.each([
  ['buffers', 'const kept = []; for (;;) kept.push(Buffer.alloc(1048576, 1))'],
  ['the JavaScript heap', 'const kept = []; for (;;) kept.push({ a: [1, 2, 3] })'],
])('taking memory by %s ends as MEMORY', async (_name, code) => {
  expect((await run(code)).ending).toBe('MEMORY')
})

test.each([
  ['a flood on stdout', "for (;;) process.stdout.write('x'.repeat(65536))", 'OUTPUT'],
  ['a flood on the answer', "for (;;) fs.writeSync(3, 'x'.repeat(4096))", 'OUTPUT'],
  ['exit with a code', "fs.writeFileSync(3, '{}'); process.exit(3)", 'CRASH'],
  ['a signal to itself', "process.kill(process.pid, 'SIGKILL')", 'CRASH'],
  ['silence', 'setInterval(() => {}, 1000)', 'TIMEOUT'],
  ['deafness to signals', "process.on('SIGTERM', () => {}); for (;;);", 'TIMEOUT'],
])('%s ends as it should', async (_name, code, ending) => {
  const wallMs = ending === 'TIMEOUT' ? 600 : 20_000
  const ended = await run(code, { wallMs })
  expect(ended.ending).toBe(ending)
  expect(ended.answer).toBe('')
})

// Signal 0 asks whether a signal may be sent. The gap without root is one of `isolation.gaps`.
test('signals cannot reach the server where the sandbox is another user', async () => {
  const ended = await run(`
    try { process.kill(${process.pid}, 0); fs.writeFileSync(3, 'OPEN') }
    catch (error) { fs.writeFileSync(3, error.code) }`)
  expect(ended.answer).toBe(findIsolation([]).uid === undefined ? 'OPEN' : 'EPERM')
})

test.each([
  ['no JSON', 'hello'],
  ['another shape', '{"results":[{"verdict":"FINE"}],"cpuMs":0,"peakMb":0}'],
  [
    'more results than jobs',
    '{"results":[{"verdict":"OK"},{"verdict":"OK"}],"cpuMs":0,"peakMb":0}',
  ],
])('an answer with %s is a CRASH, not taken at its word', async (_name, answer) => {
  const entry = entryOf(`fs.writeFileSync(3, ${JSON.stringify(answer)})`)
  const { verdict } = await createSqlRunner({ entry }).run({
    runtime: 'sql',
    files: {},
    inputs: { jobs: [{ query: 'SELECT 1' }] },
    limits: { wallMs: 5_000, memoryMb: 64, outputKb: 64 },
  })
  expect(verdict).toBe('CRASH')
})

// The fence has layers, and each must hold without the others: these children, unlike ours, do not
// use up their descriptors first.
const outcome = (attempt: string) => `
  let seen = 'OPEN'
  try { ${attempt} } catch (error) { seen = error.code ?? error.name }
  fs.writeFileSync(3, seen)`

test.each([
  ['reading a file', "fs.readFileSync('/etc/passwd')"],
  ['listing a folder', "fs.readdirSync('/')"],
  ['writing a file', "fs.writeFileSync('/tmp/civic-escape', 'x')"],
  ['starting a process', "(await import('node:child_process')).spawn('/bin/true')"],
  ['starting a thread', "new (await import('node:worker_threads')).Worker('1', { eval: true })"],
])("%s is refused by Node's permissions alone", async (_name, attempt) => {
  expect((await run(outcome(attempt))).answer).toBe('ERR_ACCESS_DENIED')
})

test('evaluating text as code is refused', async () => {
  expect((await run(outcome("new Function('return 1')()"))).answer).toBe('EvalError')
})

async function connections(use: (port: number) => Promise<string | undefined>) {
  let reached = 0
  const server = createServer((socket) => {
    reached++
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const seen = await use((server.address() as AddressInfo).port)
  server.close()
  return { seen, reached }
}

test('a connection is refused by the network namespace alone, where there is one', async () => {
  const { networkless } = findIsolation([])
  const result = await connections(async (port) => {
    const code = `
      const { connect } = await import('node:net')
      const socket = connect(${port}, '127.0.0.1')
      const done = (seen) => { fs.writeFileSync(3, seen); process.exit(0) }
      socket.once('connect', () => done('OPEN')).once('error', (error) => done(error.code))`
    return (await run(code)).answer
  })
  expect(result.reached).toBe(networkless ? 0 : 1)
  expect(result.seen === 'OPEN').toBe(!networkless)
})

test('a connection is refused by the descriptor limit alone, where there is no namespace', async () => {
  const entry = await buildSqlChild()
  const isolation = { ...createSqlRunner({ entry }).isolation, networkless: false }
  const result = await connections(async (port) => {
    const { outputs } = await createSqlRunner({ entry, isolation }).run({
      runtime: 'sql',
      files: {},
      inputs: { jobs: [], attempts: { readable: '/etc/passwd', writable: '/tmp/x', port } },
      limits: { wallMs: 5_000, memoryMb: 64, outputKb: 64 },
    })
    return (outputs as SqlOutputs).escapes?.connect
  })
  expect(result).toEqual({ seen: 'EMFILE', reached: 0 })
})
