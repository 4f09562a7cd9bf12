/** What a lesson says about itself; all else is in `module.yaml`. */
export type FrontMatter = {
  title?: string
  summary?: string
  tags?: string[]
  lang?: string
  order?: number
}
