import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { listTree } from '#app/organisation/organisation-options.server.ts'
import { checkUpload, confirmRoster } from '#app/organisation/roster-steps.server.ts'
import { RosterCheck } from '#app/organisation/ui/roster-check.tsx'
import { RosterUpload } from '#app/organisation/ui/roster-upload.tsx'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'

export const loader = guardedLoader('staff.manage', async ({ reader }) => {
  const tree = await listTree(reader, 'staff.manage')
  const units = tree.filter(({ kind, retiredAt }) => kind === 'unit' && retiredAt === null)
  return {
    units: units.map(({ id, label, depth }) => ({
      value: id,
      label: `${'\u3000'.repeat(depth)}${label}`,
    })),
    own: units.some(({ id }) => id === reader.unitId) ? reader.unitId : (units[0]?.id ?? ''),
  }
})

export const action = guardedAction('staff.manage', async ({ reader, form, key }) => {
  if (form.get('intent') !== 'confirm') return checkUpload(reader, form)
  const done = await confirmRoster(reader, form, key)
  if (!done.ok) return done.error
  const { added, changed, unchanged } = done.value
  const counts = new URLSearchParams({
    done: 'imported',
    added: String(added),
    changed: String(changed),
    unchanged: String(unchanged),
  })
  throw redirect(`/staff?${counts}`)
})

export default function Import() {
  const { units, own } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const check = state && 'check' in state ? state.check : undefined
  const failed = state && 'errors' in state ? state : undefined
  return (
    <>
      <p className="crumbs">
        <a href="/staff">{m.shared_menu_staff()}</a>
      </p>
      <h1>{m.organisation_import_title()}</h1>
      {check && <RosterCheck {...check} />}
      {units.length === 0 ? (
        <Empty title={m.organisation_no_unit_title()}>
          <p>{m.organisation_no_unit_text()}</p>
        </Empty>
      ) : (
        <RosterUpload units={units} own={check?.unitId ?? own} state={failed} again={!!check} />
      )}
    </>
  )
}
