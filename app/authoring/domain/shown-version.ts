/** Someone who wrote or approved; without a name where the reader may not know it. */
type Someone = { name: string | undefined } | null

/** A published version in a module's history. */
export type ShownVersion = {
  id: string
  number: number
  origin: 'file' | 'studio'
  note: string
  publishedAt: number
  author: Someone
  reviewer: Someone
  learners: number
}
