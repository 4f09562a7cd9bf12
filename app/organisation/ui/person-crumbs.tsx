import { m } from '#app/shared/i18n/messages.ts'

/** The way back from what is done about a person: to their page, and to the staff. */
export function PersonCrumbs({ personId, name }: { personId: string; name: string }) {
  return (
    <p className="crumbs">
      <a href="/staff">{m.shared_menu_staff()}</a> /{' '}
      <a href={`/staff/${personId}`} lang="zh-CN">
        {name}
      </a>
    </p>
  )
}
