/** Where a run keeps what it prepares; made anew each time. */
export const runFolder = '.cache/e2e'
/** The demonstration county as a first start leaves it, and a few things more; tests use copies. */
export const seededFolder = `${runFolder}/world`
/** What was put there beside the demonstration: `Prepared` as JSON. */
export const preparedFile = `${runFolder}/prepared.json`
