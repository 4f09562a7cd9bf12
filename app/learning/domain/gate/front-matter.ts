/** What a lesson says about itself; all else is in `module.yaml`. */
export type FrontMatter = {
  title?: string
  summary?: string
  tags?: string[]
  lang?: string
  order?: number
}

/** What is kept of it beside the title and the summary. */
export type OtherFrontMatter = Pick<FrontMatter, 'tags' | 'lang' | 'order'>
