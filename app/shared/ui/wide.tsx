import type { ReactNode } from 'react'
import { m } from '#app/shared/i18n/messages.ts'

/** What scrolls by itself must be reachable by keyboard; not every browser sees to that. */
export const reachable = { tabIndex: 0 }

/** A frame in which a wide table scrolls by itself instead of the page. */
export function Wide({ children }: { children: ReactNode }) {
  // A group, not a landmark: a page may hold several, and a table has its own name.
  const frame = { ...reachable, role: 'group', 'aria-label': m.shared_wide() }
  return (
    <div className="scroll" {...frame}>
      {children}
    </div>
  )
}
