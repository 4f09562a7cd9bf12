/** What a workspace's page tells its script, as JSON in one attribute. */
export type WorkspaceSettings = {
  /** Where drafts are saved. */
  draftPath: string
  /** The name under which this browser keeps what has not reached the server. */
  device: string
  /** For the style elements that the editor makes. */
  nonce: string
  words: Record<
    | 'onDevice'
    | 'notSaved'
    | 'running'
    | 'grading'
    /** A button was pressed before the last press had its answer. */
    | 'wait'
    | 'offline'
    | 'signedOut'
    | 'failed'
    | 'restored'
    | 'keptHere'
    | 'otherWindow'
    /** With `{done}` where the number of judged samples goes. */
    | 'progress',
    string
  >
}
