import type { draftCodes } from '#app/authoring/domain/draft-problem.ts'
import type { ComponentName } from '#app/learning/domain/gate/components.ts'
import type { ProblemCode } from '#app/learning/domain/gate/problem.ts'
import { m } from '#app/shared/i18n/messages.ts'

type Code = ProblemCode | (typeof draftCodes)[number]

/** What each code of the list of problems is about, and what to do. */
export const codeHelp = {
  MISSING: m.authoring_help_missing,
  SAMPLE: m.authoring_help_sample,
  FRONTMATTER: m.authoring_help_frontmatter,
  PARSE: m.authoring_help_parse,
  COMPONENT: m.authoring_help_component,
  ATTR: m.authoring_help_attr,
  ATTR_EXPR: m.authoring_help_attr_expr,
  EXPR: m.authoring_help_expr,
  ESM: m.authoring_help_esm,
  SPREAD: m.authoring_help_spread,
  URL: m.authoring_help_url,
  ENCODING: m.authoring_help_encoding,
  LIMIT: m.authoring_help_limit,
  ADVICE: m.authoring_help_advice,
  REFERENCE: m.authoring_help_reference,
  YAML: m.authoring_help_yaml,
  SCHEMA: m.authoring_help_schema,
  QUESTION: m.authoring_help_question,
  SETTINGS: m.authoring_help_settings,
  DRIFT: m.authoring_help_drift,
  COMPILE: m.authoring_help_compile,
  BUSY: m.authoring_help_busy,
  PICTURE: m.authoring_help_picture,
} satisfies Record<Code, () => string>

/** What each component is for. */
export const componentHelp = {
  Callout: m.authoring_use_callout,
  Note: m.authoring_use_note,
  Figure: m.authoring_use_figure,
  Steps: m.authoring_use_steps,
  Tabs: m.authoring_use_tabs,
  Tab: m.authoring_use_tab,
  Details: m.authoring_use_details,
  Term: m.authoring_use_term,
  Compare: m.authoring_use_compare,
  Sources: m.authoring_use_sources,
  Quiz: m.authoring_use_quiz,
  Lab: m.authoring_use_lab,
  kbd: m.authoring_use_kbd,
  sub: m.authoring_use_sub,
  sup: m.authoring_use_sup,
  br: m.authoring_use_br,
  abbr: m.authoring_use_abbr,
} satisfies Record<ComponentName, () => string>
