import type { ServerBuild } from '@remix-run/node'

const rootId = 'root'

/** The fixed first segment of a route's address; undefined where any address may begin so. */
function partOf(build: ServerBuild, id: string): string | undefined {
  let route = build.routes[id]
  while (route?.parentId && route.parentId !== rootId) route = build.routes[route.parentId]
  if (route?.index) return ''
  const [first = ''] = (route?.path ?? '').split('/')
  return /^[a-z0-9.-]+$/.test(first) ? first : undefined
}

function only<T>(all: Record<string, T>, ids: Set<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
}

/** The build with the routes of one part of the site alone, and those that fit any address. */
function partBuild(build: ServerBuild, part: string, parts: Map<string, string | undefined>) {
  const ids = new Set(
    [...parts].flatMap(([id, own]) => (own === part || own === undefined ? [id] : [])),
  )
  const assets = { ...build.assets, routes: only(build.assets.routes, ids) }
  return { ...build, routes: only(build.routes, ids), assets }
}

/**
 * Remix sorts and tries all its routes three times for each request, a sixth of what a page costs.
 * So each first segment of an address (`courses`, `talent` …) gets a handler that knows its own
 * routes only; `make` makes one. An address that begins with none of them gets all routes, since
 * Remix takes `/Courses` and `//courses` for the same.
 */
export function handlerByPart<T>(
  build: ServerBuild,
  make: (build: ServerBuild) => T,
): (path: string) => T {
  const parts = new Map(Object.keys(build.routes).map((id) => [id, partOf(build, id)]))
  const whole = make(build)
  const own = new Map(
    [...new Set(parts.values())].flatMap((part) =>
      part === undefined ? [] : [[part, make(partBuild(build, part, parts))] as const],
    ),
  )
  return (path) => own.get(path === '/' ? '' : (/^\/([^/]+)/.exec(path)?.[1] ?? '//')) ?? whole
}
