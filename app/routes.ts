import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './accounts/routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { shellRoutes } from './shell/routes.ts'

export default [...shellRoutes, ...accountRoutes, ...organisationRoutes] satisfies RouteConfig
