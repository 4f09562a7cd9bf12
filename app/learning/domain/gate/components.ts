/** What an attribute takes. `flag` may also be written without a value. */
export type AttributeKind = 'text' | 'number' | 'flag' | 'id' | 'picture' | 'texts'

/**
 * The components a lesson may use and their attributes. Values other than `id` and `src` may be any
 * literal; the kind says what the page makes of them.
 */
const table = {
  Callout: { type: 'text', title: 'text' },
  Note: { title: 'text' },
  Figure: {
    src: 'picture',
    alt: 'text',
    width: 'number',
    height: 'number',
    zoom: 'flag',
    caption: 'text',
  },
  Steps: { labels: 'texts' },
  Tabs: {},
  Tab: { label: 'text' },
  Details: { summary: 'text' },
  Term: { id: 'id' },
  Compare: { left: 'text', right: 'text' },
  Sources: {},
  Quiz: { id: 'id' },
  Lab: { id: 'id' },
  kbd: {},
  sub: {},
  sup: {},
  br: {},
  abbr: { title: 'text' },
} satisfies Record<string, Record<string, AttributeKind>>

export type ComponentName = keyof typeof table

/** A Map, since a plain object would also answer to `toString` and `constructor`. */
export const components: ReadonlyMap<string, ReadonlyMap<string, AttributeKind>> = new Map(
  Object.entries(table).map(([name, attributes]) => [name, new Map(Object.entries(attributes))]),
)

/** Placed by the page between the lesson's blocks, so they belong at the top level of the lesson. */
export const placedComponents: ReadonlySet<string> = new Set(['Quiz', 'Lab'])

/** The kinds of callout the design knows; another is shown as a note. */
export const calloutTypes = ['note', 'tip', 'important', 'warning', 'danger'] as const
export type CalloutType = (typeof calloutTypes)[number]

/** What an `id` looks like. */
export const idPattern = /^[A-Za-z0-9_-]{1,64}$/
