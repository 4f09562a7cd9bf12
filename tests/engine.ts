/** Runs once before the tests: CIVIC_TEST_ENGINE=postgres gives them a cluster of their own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.CIVIC_TEST_ENGINE !== 'postgres') return
  const { startPostgres } = await import('./postgres.ts')
  const { url, stop } = await startPostgres()
  process.env.DATABASE_URL = url
  return stop
}
