/** Where a lab's page is; `labId` is `<course>/<lab>`. */
export const labPath = (labId: string) => `/labs/${labId}`

/** Where one of the reader's own submissions is shown again. */
export const attemptPath = (labId: string, attemptId: string) =>
  `${labPath(labId)}/attempts/${attemptId}`
