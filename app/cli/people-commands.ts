import type { Command } from 'commander'

/** `civic user`, `civic unit`, `civic roster`: what the first administrator of all needs. */
export function addPeopleCommands(program: Command): void {
  program
    .command('user')
    .description('accounts')
    .command('create')
    .description('create an account, such as the first administrator')
    .requiredOption('--name <name>')
    .requiredOption('--login <staff number>')
    .requiredOption('--role <role>', 'such as administrator')
    .requiredOption('--department <department>', 'its id, or its Chinese names joined by /')
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./people.server.ts')).userCreate(options))

  program
    .command('unit')
    .description('organisations')
    .command('create')
    .description('create the unit at the top; what is below it is made in the browser')
    .requiredOption('--name-zh <name>')
    .requiredOption('--name-en <name>')
    .requiredOption('--tier <tier>', 'such as county')
    .requiredOption('--region <code>', 'six digits of content/regions')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./people.server.ts')).unitCreate(options))

  program
    .command('roster')
    .description('staff lists')
    .command('import')
    .description('import a roster (.xlsx or .csv), whole or not at all')
    .argument('<file>')
    .option(
      '--unit <unit>',
      'its id, or its Chinese names joined by /; needed where there are several',
    )
    .option('--dry-run', 'only say what would change')
    .option('--rename', 'also where the name under a staff number would change')
    .option(
      '--another',
      'also people who are like one on record: same name and department, or number',
    )
    .option('--json', 'print JSON')
    .action(async (file: string, options) => {
      process.exitCode = await (await import('./people.server.ts')).rosterImport(file, options)
    })
}
