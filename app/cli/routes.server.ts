import * as build from 'virtual:remix/server-build'
import type { Access } from '#app/accounts/guard.server.ts'
import { print } from './operator.server.ts'

/** What one address asks of whoever calls it; null where its route has no such handler. */
export type RouteAccess = {
  path: string
  loader: Access | 'unguarded' | null
  action: Access | 'unguarded' | null
  /** Whether it is a page, not a file or a form's address alone. */
  page: boolean
}

function accessOf(handler: unknown): Access | 'unguarded' | null {
  if (typeof handler !== 'function') return null
  return 'access' in handler ? (handler.access as Access) : 'unguarded'
}

function pathOf(id: string): string {
  const route = build.routes[id]
  const parent = route?.parentId ? pathOf(route.parentId) : ''
  return route?.path ? `${parent}/${route.path}` : parent
}

/** Every address of the site with what its loader and its action ask. */
export function listRoutes(): RouteAccess[] {
  return Object.values(build.routes).flatMap((route) =>
    route
      ? {
          path: pathOf(route.id) || '/',
          loader: accessOf(route.module.loader),
          action: accessOf(route.module.action),
          page: route.module.default !== undefined,
        }
      : [],
  )
}

/** `civic routes` */
export function routes(options: { json?: boolean }): void {
  const list = listRoutes()
  const lines = list.map(
    ({ path, loader, action }) => `${path}\t${loader ?? '-'}\t${action ?? '-'}`,
  )
  print(list, ['address\tread\tchange', ...lines], options.json)
}
