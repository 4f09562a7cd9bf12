const full = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT', '53100'])
const away = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EPIPE'],
  ...['57P01', '57P03', '53300', 'SQLITE_BUSY'],
])
/** What the pg package says of a lost or silent server, without any code. */
const silent = /^(Query read timeout|timeout exceeded when trying|Connection terminated)/

/** The error and its causes, outermost first. */
function chain(error: unknown): Error[] {
  const found: Error[] = []
  for (let at = error; at instanceof Error && found.length < 8; at = at.cause) found.push(at)
  return found
}

function codes(errors: Error[]): string[] {
  return errors.flatMap((at) => ('code' in at && typeof at.code === 'string' ? at.code : []))
}

/**
 * 503 with `Retry-After` where the disk is full or the database away: nothing was saved, and the
 * page says so. Undefined for every other error.
 */
export function storageFailure(error: unknown): Response | undefined {
  const errors = chain(error)
  const found = codes(errors)
  if (found.some((code) => full.has(code))) {
    return new Response('full', { status: 503, headers: { 'Retry-After': '300' } })
  }
  if (found.some((code) => away.has(code)) || errors.some((at) => silent.test(at.message))) {
    return new Response('away', { status: 503, headers: { 'Retry-After': '10' } })
  }
}
