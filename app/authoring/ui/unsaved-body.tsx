import type { Typed } from '#app/authoring/domain/typed.ts'
import type { SettingsOptions } from './settings-fields.tsx'
import { NotSaved, SettingsConflict, TextConflict } from './unsaved-view.tsx'

type Answer =
  | {
      kind: 'conflict'
      typed: Typed
      revision: number
      base: string
      storedText: string
      typedText: string
    }
  | { kind: 'locked' | 'too-large'; typedText: string }

type Props = { answer: Answer; href: string; options: SettingsOptions }

/** What a save that did not happen is answered with; the text is there in each case. */
export function UnsavedBody({ answer, href, options }: Props) {
  if (answer.kind !== 'conflict') return <NotSaved why={answer.kind} text={answer.typedText} />
  const { typed, revision, base, storedText, typedText } = answer
  const common = { href, revision, base }
  if (typed.part === 'settings') {
    const texts = { mineText: typedText, storedText }
    return <SettingsConflict {...common} {...texts} mine={typed.value} options={options} />
  }
  return <TextConflict {...common} part={typed.part} mine={typed.value} stored={storedText} />
}
