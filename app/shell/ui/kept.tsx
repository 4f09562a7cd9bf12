type Props = {
  labels: { why: string; who: string; until: string }
  what: string
  why: string
  who: string
  until: string
}

/** One kind of content that is kept about people: what for, who sees it, for how long. */
export function Kept({ labels, what, why, who, until }: Props) {
  return (
    <>
      <h3>{what}</h3>
      <dl className="summary">
        <dt>{labels.why}</dt>
        <dd>{why}</dd>
        <dt>{labels.who}</dt>
        <dd>{who}</dd>
        <dt>{labels.until}</dt>
        <dd>{until}</dd>
      </dl>
    </>
  )
}
