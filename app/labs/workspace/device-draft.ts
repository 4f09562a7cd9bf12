/** What a browser keeps until the server has it: the text, and which saved draft it began from. */
export type DeviceDraft = { content: string; basedOn: string }

/** This device's copy of one person's draft at one lab. Where storage is shut, it keeps nothing. */
export function deviceDraft(name: string) {
  return {
    /** Whether the draft could be kept. */
    keep(draft: DeviceDraft): boolean {
      try {
        localStorage.setItem(name, JSON.stringify(draft))
        return true
      } catch {
        return false
      }
    },
    find(): DeviceDraft | undefined {
      try {
        const found: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
        const { content, basedOn } = (found ?? {}) as Partial<DeviceDraft>
        if (typeof content === 'string' && typeof basedOn === 'string') return { content, basedOn }
      } catch {
        // Storage is shut, or someone else wrote there: as if nothing were kept.
      }
    },
    forget(): void {
      try {
        localStorage.removeItem(name)
      } catch {
        // Nothing was kept either.
      }
    },
  }
}
