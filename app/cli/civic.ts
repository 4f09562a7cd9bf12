import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { log } from '#app/log.server.ts'
import { addPeopleCommands } from './people-commands.ts'

// From wherever it was called: content, build and data are found from the repository's folder.
process.env.INIT_CWD ??= process.cwd()
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '../..'))

const program = new Command('civic')
  .description('Civic Digital Skills: everything an operator does')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

program
  .command('serve')
  .description('start the server')
  .action(async () => (await import('./serve.server.ts')).serve())

program
  .command('migrate')
  .description('bring the database to this version')
  .option('--json', 'print JSON')
  .action(async (options) => (await import('./migrate.server.ts')).migrate(options))

const content = program.command('content').description('courses, labs, items and frameworks')

content
  .command('check')
  .description('check content/, or the given lessons alone')
  .argument('[files...]')
  .option('--json', 'print JSON')
  .action(async (files: string[], options) => {
    const { contentCheck } = await import('./content.server.ts')
    process.exitCode = await contentCheck(files, options)
  })

content
  .command('publish')
  .description('publish what changed in content/')
  .option('--json', 'print JSON')
  .action(async (options) => {
    const { contentPublish } = await import('./content.server.ts')
    process.exitCode = await contentPublish(options)
  })

content
  .command('translated')
  .description('note that the English of a module was written from its Chinese as it is now')
  .argument('<folder>', 'such as content/courses/open-data-sql/modules/01-read-a-catalogue')
  .action(async (folder: string) => {
    const { noteTranslated } = await import('#app/authoring/note-translated.server.ts')
    const { operatorPath } = await import('./operator.server.ts')
    noteTranslated(operatorPath(folder))
  })

program
  .command('backup')
  .description('write a backup of the data, while the server runs or not')
  .argument('<file>', 'such as civic.tar.gz')
  .option('--json', 'print JSON')
  .action(async (file: string, options) =>
    (await import('./backup.server.ts')).backup(file, options),
  )

program
  .command('restore')
  .description('bring the data of a backup back; the server must be stopped')
  .argument('<file>')
  .option('--yes', 'replace the data that is there (it is kept in a folder beside)')
  .option('--json', 'print JSON')
  .action(async (file: string, options) => {
    process.exitCode = await (await import('./backup.server.ts')).restore(file, options)
  })

const audit = program.command('audit').description('the record of who did what')

audit
  .command('verify')
  .description('check that nothing in the audit trail was changed, removed or reordered')
  .option('--head <file>', 'signed heads that were kept in another place')
  .option('--json', 'print JSON')
  .action(async (options) => {
    process.exitCode = await (await import('./audit.server.ts')).auditVerify(options)
  })

audit
  .command('key')
  .description('print the public key that signed heads are checked with')
  .action(async () => (await import('./audit.server.ts')).auditKey())

program
  .command('demo')
  .description('the demonstration county')
  .command('seed')
  .description('make it, in an installation that is empty')
  .option('--json', 'print JSON')
  .action(async (options) => (await import('./demo.server.ts')).demoSeed(options))

program
  .command('routes')
  .description('every address of the site and the permission it asks')
  .option('--json', 'print JSON')
  .action(async (options) => (await import('./routes.server.ts')).routes(options))

addPeopleCommands(program)

try {
  await program.parseAsync()
} catch (error) {
  const { explainFailure } = await import('./failures.server.ts')
  const { code, text, unexpected } = explainFailure(error)
  if (unexpected) log.fatal({ error: unexpected }, 'command failed')
  process.stderr.write(`${text}\n`)
  process.exit(code)
}
