/** A level as filled dots of `of`, with the same said in words for those who do not see them. */
export function Dots({ count, of, label }: { count: number; of: number; label: string }) {
  return (
    <span className="dots" role="img" aria-label={label}>
      {'●'.repeat(count)}
      <span>{'●'.repeat(of - count)}</span>
    </span>
  )
}
