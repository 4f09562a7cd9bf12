import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { checkShown } from '#app/organisation/check-shown.server.ts'
import { listTree } from '#app/organisation/organisation-options.server.ts'
import { checkUpload, confirmRoster, findCheck } from '#app/organisation/roster-steps.server.ts'
import { RosterCheck } from '#app/organisation/ui/roster-check.tsx'
import { RosterUpload } from '#app/organisation/ui/roster-upload.tsx'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty, Notice } from '#app/shared/ui/notice.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.organisation_import_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('staff.manage', async ({ reader, url }) => {
  const tree = await listTree(reader, 'staff.manage')
  const units = tree.filter(({ kind, retiredAt }) => kind === 'unit' && retiredAt === null)
  const asked = url.searchParams.get('check')
  const check = findCheck(reader, asked)
  return {
    units: units.map(({ id, label, depth }) => ({
      value: id,
      label: `${'\u3000'.repeat(depth)}${label}`,
    })),
    own: units.some(({ id }) => id === reader.unitId) ? reader.unitId : (units[0]?.id ?? ''),
    check: check && (await checkShown(reader, check)),
    unconfirmed: url.searchParams.get('unconfirmed') === '1',
    expired: asked !== null && !check,
  }
})

export const action = guardedAction('staff.manage', async ({ reader, url, form, key }) =>
  form.get('intent') === 'confirm'
    ? confirmRoster(reader, url.searchParams.get('check'), form, key)
    : checkUpload(reader, form),
)

type Doubtful = { ticked?: string[]; renamed: { line: number }[]; resembling: { line: number }[] }

/** Which of the two lists has a row that was not ticked. */
function unticked(check: Doubtful | undefined): Record<string, string> {
  const lacks = (entries: { line: number }[] = []) =>
    entries.some(({ line }) => !check?.ticked?.includes(String(line)))
  return {
    ...(lacks(check?.renamed) && { same: m.organisation_names_unconfirmed() }),
    ...(lacks(check?.resembling) && { another: m.organisation_resembling_unconfirmed() }),
  }
}

export default function Import() {
  const { units, own, check, unconfirmed, expired } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const ticks = unconfirmed
    ? {
        errors: unticked(check),
        values: { same: check?.ticked ?? [], another: check?.ticked ?? [] },
      }
    : undefined
  return (
    <>
      <p className="crumbs">
        <a href="/staff">{m.shared_menu_staff()}</a>
      </p>
      <h1>{m.organisation_import_title()}</h1>
      {expired && !failed && <Notice kind="warn">{m.organisation_check_expired()}</Notice>}
      {check?.done && <Notice kind="done">{m.organisation_imported(check.done)}</Notice>}
      {check && !check.done && <RosterCheck {...check} state={ticks} />}
      {units.length === 0 ? (
        <Empty title={m.organisation_no_unit_title()}>
          <p>{m.organisation_no_unit_text()}</p>
        </Empty>
      ) : (
        <RosterUpload
          units={units}
          own={check?.unitId ?? own}
          state={check ? undefined : failed}
          again={!!check}
        />
      )}
    </>
  )
}
