import type { ComponentName } from '#app/learning/domain/gate/components.ts'

/** How each component is written; the same in both languages, since it is to be copied. */
export const componentExamples: Record<ComponentName, string> = {
  Callout: '<Callout type="warning" title="…">\n\n…\n\n</Callout>',
  Note: '<Note title="…">\n\n…\n\n</Note>',
  Figure: '<Figure src="/assets/…/join.png" alt="…" caption="…" />',
  Steps: '<Steps>\n\n1. …\n2. …\n\n</Steps>',
  Tabs: '<Tabs>\n\n<Tab label="…">\n\n…\n\n</Tab>\n\n</Tabs>',
  Tab: '<Tab label="…">\n\n…\n\n</Tab>',
  Details: '<Details summary="…">\n\n…\n\n</Details>',
  Term: '<Term id="open-data">…</Term>',
  Compare: '<Compare left="…" right="…">\n\n…\n\n---\n\n…\n\n</Compare>',
  Sources: '<Sources>\n\n- …\n\n</Sources>',
  Quiz: '<Quiz id="first-check" />',
  Lab: '<Lab id="missing-reports" />',
  kbd: '<kbd>Ctrl</kbd>',
  sub: 'H<sub>2</sub>O',
  sup: 'm<sup>2</sup>',
  br: '<br />',
  abbr: '<abbr title="…">SQL</abbr>',
}
