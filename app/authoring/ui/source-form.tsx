import type { TextPart } from '#app/authoring/domain/draft.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextArea } from '#app/shared/ui/form.tsx'
import { scriptUrl } from '#app/shared/ui/script-url.ts'
import { QuizSamples } from './quiz-samples.tsx'
import { partWords } from './words.ts'

type Props = {
  part: TextPart
  /** Where the draft's pictures are; opened beside the text, which may not be saved yet. */
  pictures: string
  text: string
  /** What the form was opened with: a save over somebody else's is noticed by these. */
  revision: number
  base: string
  /** Whether the English may be said to have been compared with the Chinese. */
  askCompared: boolean
  nonce: string
}

const languages = { zh: 'zh-CN', en: 'en', quiz: undefined } as const

/** The source of one part: a plain form, which the editor's script takes over where scripts run. */
export function SourceForm({ part, pictures, text, revision, base, askCompared, nonce }: Props) {
  return (
    <div
      className="source"
      data-editor={part}
      data-nonce={nonce}
      data-saving={m.authoring_saving()}
      data-unsaved={m.authoring_unsaved()}
      data-offline={m.authoring_offline()}
      data-signed-out={m.authoring_signed_out()}
      data-stopped={m.authoring_stopped()}
    >
      <Form upload>
        <input type="hidden" name="part" value={part} />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="base" value={base} />
        <TextArea
          code
          name="text"
          rows={26}
          lang={languages[part]}
          label={partWords[part]()}
          hint={
            <>
              {part === 'quiz' ? m.authoring_quiz_hint() : m.authoring_source_hint()}{' '}
              <a href={part === 'quiz' ? '/authoring/help#quiz' : '/authoring/help#components'}>
                {m.authoring_to_help()}
              </a>
              {part !== 'quiz' && (
                <>
                  {' '}
                  <a href={pictures} target="_blank" rel="noreferrer">
                    {m.authoring_to_pictures()}
                  </a>
                </>
              )}
            </>
          }
          value={text}
        />
        {part === 'quiz' && <QuizSamples />}
        {askCompared && (
          <div className="choice">
            <input type="checkbox" id="f-compared" name="compared" value="yes" />
            <label htmlFor="f-compared">
              {m.authoring_compared()}
              <span className="hint">{m.authoring_compared_hint()}</span>
            </label>
          </div>
        )}
        <div className="actions">
          <SubmitButton name="intent" value="save">
            {m.authoring_save_and_preview()}
          </SubmitButton>
        </div>
      </Form>
      <script type="module" src={scriptUrl('editor')} />
    </div>
  )
}
