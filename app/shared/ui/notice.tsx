import type { ReactNode } from 'react'

/** Says what just happened, which takes the focus when the page opens, or what to know first. */
export function Notice({
  kind = 'info',
  children,
}: {
  kind?: 'info' | 'done' | 'warn'
  children: ReactNode
}) {
  return (
    <div className={`notice ${kind}`} role="status" tabIndex={-1}>
      {children}
    </div>
  )
}

/** What an empty list shows: why it is empty and what to do. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}
