import type { WorkspaceSettings } from '#app/labs/domain/workspace-settings.ts'

/** The parts of a workspace's page that its script works with. */
export type WorkspacePage = {
  settings: WorkspaceSettings
  form: HTMLFormElement
  /** Shows a sentence over the workspace, or takes it away again. */
  say: (text: string | null) => void
  /** Says beside the buttons where the draft is. */
  sayDraft: (text: string) => void
  /** Shows the button that brings back this device's draft. */
  offerKept: (use: () => void) => void
}

/** Finds the workspace on this page; undefined where there is none. */
export function findWorkspace(): WorkspacePage | undefined {
  const root = document.querySelector<HTMLElement>('[data-workspace]')
  const form = root?.querySelector<HTMLFormElement>('#lab-form')
  const notice = root?.querySelector<HTMLElement>('[data-say]')
  const text = notice?.querySelector<HTMLElement>('[data-say-text]')
  const button = notice?.querySelector<HTMLButtonElement>('[data-use-kept]')
  if (!root || !form || !notice || !text || !button) return
  const say = (words: string | null) => {
    text.textContent = words
    notice.hidden = words === null
    button.hidden = true
  }
  return {
    settings: JSON.parse(root.dataset.workspace ?? '{}') as WorkspaceSettings,
    form,
    say,
    sayDraft: (words) => {
      const place = form.querySelector('[data-saved]')
      if (place) place.textContent = words
    },
    offerKept: (use) => {
      button.hidden = false
      button.onclick = () => {
        say(null)
        use()
      }
    },
  }
}

/** The value of one of the form's hidden fields. */
export function hiddenField(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
}
