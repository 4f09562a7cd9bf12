/** Where a page's own script is; the build's id in the query lets it be cached for a year. */
export function scriptUrl(name: string): string {
  return `/build/scripts/${name}.js?v=${import.meta.env.CIVIC_BUILD ?? 'dev'}`
}
