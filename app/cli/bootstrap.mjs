// Runs before any dependency is there: installs what is missing, builds what is stale, then hands
// over. All it says goes to standard error, so that a command's own output stays clean.
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build.mjs'
import { checkNode, installIfMissing, stop } from './install.mjs'

// Paths on the command line are relative to where the operator stands, which npm says by itself.
process.env.INIT_CWD ??= process.cwd()
chdir(fileURLToPath(new URL('../..', import.meta.url)))
checkNode()

const [command = 'serve', ...rest] = process.argv.slice(2)
if (!['production', 'development', 'test', ''].includes(process.env.NODE_ENV ?? '')) {
  stop(
    `NODE_ENV: is production for a real installation, and left out for a demonstration; this is ${process.env.NODE_ENV}.`,
  )
}
// React picks its slow build unless NODE_ENV says production, and the operator's own NODE_ENV says
// whether this is a real installation: so the one is kept under another name.
process.env.CIVIC_MODE ??= process.env.NODE_ENV === 'production' ? 'production' : 'demonstration'
process.env.NODE_ENV = 'production'

if (command === 'test') {
  const { runTests } = await import('./test.mjs')
  process.exitCode = await runTests(rest)
} else if (command === 'bench') {
  const { bench } = await import('./bench.mjs')
  await bench()
} else {
  installIfMissing()
  buildIfStale()
  const program = command === 'civic' ? rest : [command, ...rest]
  process.argv.splice(2, process.argv.length, ...program)
  await import('../../build/server/civic.js')
}
