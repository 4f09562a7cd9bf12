import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { listTree } from '#app/organisation/organisation-options.server.ts'
import { kindWords } from '#app/organisation/ui/words.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { tierWords } from '#app/shared/ui/organisation-words.ts'
import { countPeople } from '#db/organisation/organisations.server.ts'
import { placesByCode } from '#db/organisation/regions.server.ts'

export const loader = guardedLoader('organisation.manage', async ({ reader, url }) => {
  const tree = await listTree(reader, 'organisation.manage')
  const people = await countPeople(tree.map(({ id }) => id))
  const places = await placesByCode([...new Set(tree.map(({ regionCode }) => regionCode))])
  return {
    branches: tree.map(({ id, label, depth, kind, tier, regionCode, retiredAt }) => ({
      ...{ id, label, depth, kind, tier },
      place: places.get(regionCode)?.trail ?? regionCode,
      people: people.get(id) ?? 0,
      retired: retiredAt !== null,
    })),
    done: url.searchParams.get('done'),
  }
})

const doneWords: Record<string, () => string> = {
  added: m.organisation_was_added,
  saved: m.organisation_was_saved,
  retired: m.organisation_was_retired,
}

export default function Tree() {
  const { branches, done } = useLoaderData<typeof loader>()
  const words = done ? doneWords[done] : undefined
  return (
    <>
      <p className="crumbs">
        <a href="/staff">{m.shared_menu_staff()}</a>
      </p>
      <h1>{m.organisation_tree_title()}</h1>
      {words && <Notice kind="done">{words()}</Notice>}
      <p>{m.organisation_tree_text()}</p>
      <ul className="rows panel tree">
        {branches.map(({ id, label, depth, kind, tier, place, people, retired }) => (
          <li key={id} className={`spread depth-${Math.min(depth, 6)}`}>
            <div>
              <a href={`/organisation/${id}`}>{label}</a>{' '}
              {retired ? (
                <span className="tag">{m.organisation_retired()}</span>
              ) : (
                <span className="quiet">
                  {kind === 'unit' ? tierWords[tier]() : kindWords.department()}{' '}
                  {kind === 'unit' && <span lang="zh-CN">{place}</span>}
                  {m.organisation_list_comma()}
                  {m.organisation_people({ people })}
                </span>
              )}
            </div>
            {!retired && (
              <a href={`/organisation/new?parent=${id}`}>
                {m.organisation_add_below()}
                <span className="visually-hidden"> {label}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
