import type { ReactNode } from 'react'
import type { WorkspaceSettings } from '#app/labs/domain/workspace-settings.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { scriptUrl } from '#app/shared/ui/script-url.ts'

type Props = {
  script: 'sql-workspace' | 'answers-workspace'
  /** `<lab's page>/draft`, where the script saves. */
  draftPath: string
  device: string
  nonce: string
  /** How many samples there are to judge. */
  samples?: number
  children: ReactNode
}

function settingsOf({ draftPath, device, nonce, samples = 0 }: Props): WorkspaceSettings {
  return {
    draftPath,
    device,
    nonce,
    words: {
      onDevice: m.labs_saved_on_device(),
      notSaved: m.labs_not_saved(),
      running: m.labs_running(),
      grading: m.labs_grading(),
      wait: m.labs_wait(),
      offline: m.labs_offline(),
      signedOut: m.labs_signed_out(),
      failed: m.labs_failed(),
      restored: m.labs_restored(),
      keptHere: m.labs_kept_here(),
      otherWindow: m.labs_other_window(),
      progress: m.labs_progress({ done: '{done}', total: samples }),
    },
  }
}

/**
 * What a workspace's script needs, beside the workspace: its settings, a place for what it has to
 * say, and a button it shows when this device holds another draft. All of it is idle without it.
 */
export function WorkspaceFrame(props: Props) {
  return (
    <div data-workspace={JSON.stringify(settingsOf(props))}>
      <div className="notice warn" data-say="" role="status" hidden>
        <p data-say-text="" />
        <button type="button" className="as-link" data-use-kept="" hidden>
          {m.labs_show_kept()}
        </button>
      </div>
      {props.children}
      <script type="module" src={scriptUrl(props.script)} />
    </div>
  )
}
