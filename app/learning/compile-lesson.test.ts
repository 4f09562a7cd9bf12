import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLessonCompiler, type LessonCompiler } from './compile-lesson.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'lesson-worker-'))
const workerFile = join(folder, 'lesson-worker.js')
let compiler: LessonCompiler | undefined

/** A worker that does `body` with each message instead of compiling. */
function workerThat(name: string, body: string): string {
  const file = join(folder, `${name}.js`)
  writeFileSync(file, `process.on('message', () => { ${body} })`)
  return file
}

beforeAll(async () => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  await build({
    entryPoints: ['app/learning/compile-lesson-worker.ts'],
    outfile: workerFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})
afterEach(() => compiler?.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the built worker', () => {
  it('compiles lessons one after the other', async () => {
    compiler = createLessonCompiler({ workerFile })
    const [first, second] = await Promise.all([
      compiler.compile('# 甲\n\n<Quiz id="q" />', 'zh-CN'),
      compiler.compile('<Sources>\n\nx\n\n</Sources>', 'en'),
    ])
    expect(first.parts).toEqual([
      { kind: 'html', html: '<h1 id="h-甲">甲</h1>' },
      { kind: 'quiz', id: 'q' },
    ])
    expect(second.parts[0]).toMatchObject({ html: expect.stringContaining('>Sources</h2>') })
  })

  it('refuses what was not gated, and goes on with the next lesson', async () => {
    compiler = createLessonCompiler({ workerFile })
    const refused = compiler.compile('{process.env}', 'en')
    await expect(refused).rejects.toMatchObject({ reason: 'refused' })
    await expect(compiler.compile('x', 'en')).resolves.toMatchObject({ headings: [] })
  })

  it('is stopped when a lesson takes longer than its time, and started anew', async () => {
    compiler = createLessonCompiler({ workerFile, timeLimitMs: 1 })
    await expect(compiler.compile('x', 'en')).rejects.toMatchObject({ reason: 'timeout' })
    compiler = createLessonCompiler({ workerFile })
    await expect(compiler.compile('x', 'en')).resolves.toBeDefined()
  })
})

describe('any worker', () => {
  it('is killed when it loops', async () => {
    const looping = workerThat('looping', 'for (;;) {}')
    compiler = createLessonCompiler({ workerFile: looping, timeLimitMs: 1_000 })
    await expect(compiler.compile('x', 'en')).rejects.toMatchObject({ reason: 'timeout' })
  })

  it('ends when it fills its heap', async () => {
    const greedy = workerThat('greedy', 'const a = []; for (;;) a.push(Array(1000).fill({}))')
    compiler = createLessonCompiler({ workerFile: greedy, memoryLimitMb: 32 })
    await expect(compiler.compile('x', 'en')).rejects.toMatchObject({ reason: 'ended' })
  })

  it('does not get the environment of its parent', async () => {
    process.env.LESSON_TEST_SECRET = 'secret'
    const nosy = workerThat('nosy', 'process.send({ refused: Object.keys(process.env).join() })')
    compiler = createLessonCompiler({ workerFile: nosy })
    const names = await compiler.compile('x', 'en').catch((error: Error) => error.message)
    delete process.env.LESSON_TEST_SECRET
    expect(names).not.toContain('LESSON_TEST_SECRET')
    expect(names).not.toContain('PATH')
  })
})
