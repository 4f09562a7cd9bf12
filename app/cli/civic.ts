import { Command } from 'commander'
import { SettingError } from '#app/env.server.ts'

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
  .action(async () => (await import('./migrate.server.ts')).migrate())

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
    noteTranslated(folder)
  })

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof SettingError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}
