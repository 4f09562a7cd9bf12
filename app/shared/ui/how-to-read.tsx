import { m } from '#app/shared/i18n/messages.ts'
import { levelNumbered } from './level.ts'

/** Above a list of people found: by what it is ordered, and what the dots stand for. */
export function HowToRead() {
  const levels = [1, 2, 3, 4].map(levelNumbered).join(m.talent_list_separator())
  return (
    <p className="quiet">
      {m.talent_search_order()} {m.talent_search_dots({ levels })}
    </p>
  )
}
