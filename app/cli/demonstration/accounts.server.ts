import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#app/accounts/domain/roles.ts'
import { env } from '#app/env.server.ts'
import { roleWords } from '#app/shared/ui/organisation-words.ts'

/** A demonstration account with its generated password. No roles: a learner like everyone. */
export type Account = { staffNumber: string; password: string; roles: Role[] }

const heading = [
  '# 演示账号：工号、密码、角色。密码为首次启动时生成；本人改过的，以新密码为准。',
  '# Demonstration accounts: staff number, password, role. As generated at the first start;',
  '# a password that was changed since is not here.',
]

function bothNames(role: Role): string {
  const name = roleWords[role]
  return `${name({}, { locale: 'zh-CN' })} ${name({}, { locale: 'en' })}`
}

function accountLine({ staffNumber, password, roles }: Account): string {
  const held: Role[] = roles.length > 0 ? roles : ['learner']
  return `${staffNumber}  ${password}  ${held.map(bothNames).join(' + ')}`
}

/** Where the generated passwords are kept. */
export function accountsFile(): string {
  return join(env().folder, 'demo-accounts.txt')
}

/** Writes the accounts, by staff number, to a file that the owner alone can read; returns it. */
export function writeAccounts(accounts: Account[]): string {
  const file = accountsFile()
  const sorted = accounts.toSorted((a, b) => (a.staffNumber < b.staffNumber ? -1 : 1))
  const lines = [...heading, '', ...sorted.map(accountLine)]
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  // `mode` is for a new file only.
  chmodSync(file, 0o600)
  return file
}

/** The accounts for whoever looks at the terminal: one for each role. Undefined without the file. */
export function describeAccounts(): string | undefined {
  const file = accountsFile()
  if (!existsSync(file)) return
  const all = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const [, account, role] = /^((?!#)\S+ {2}\S+) {2}(.+)$/.exec(text) ?? []
      return account && role ? [{ account, role }] : []
    })
  const shown = all.filter(({ role }, at) => all.findIndex((each) => each.role === role) === at)
  return [
    '  演示账号：工号、密码、角色   Demonstration accounts: staff number, password, role',
    '',
    ...shown.map(({ account, role }) => `  ${account}  ${role}`),
    '',
    `  全部 ${all.length} 个账号 All ${all.length} accounts: ${file}`,
  ].join('\n')
}
