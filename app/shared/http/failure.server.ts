const full = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT', '53100'])
const away = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', 'SQLITE_BUSY'])

/** The first of the error and its causes that carries a code. */
function codes(error: unknown): string[] {
  const found: string[] = []
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') found.push(at.code)
  }
  return found
}

/**
 * 503 with `Retry-After` where the disk is full or the database away: nothing was saved, and the
 * page says so. Undefined for every other error.
 */
export function storageFailure(error: unknown): Response | undefined {
  const found = codes(error)
  if (found.some((code) => full.has(code))) {
    return new Response('full', { status: 503, headers: { 'Retry-After': '300' } })
  }
  if (found.some((code) => away.has(code))) {
    return new Response('away', { status: 503, headers: { 'Retry-After': '10' } })
  }
}
