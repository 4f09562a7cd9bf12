/** Something in content/ that must or should be mended: where, and what to do. */
export type ContentProblem = {
  /** Path from the project's folder, or as the caller gave it. */
  file: string
  /** The gate's codes for lessons; YAML, SCHEMA, MISSING, REFERENCE, PICTURE, LAB, DRIFT for the rest. */
  code: string
  line: number
  column: number
  message: string
  severity: 'error' | 'warning'
}
