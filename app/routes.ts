import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './accounts/routes.ts'
import { labRoutes } from './labs/routes.ts'
import { shellRoutes } from './shell/routes.ts'

export default [...shellRoutes, ...accountRoutes, ...labRoutes] satisfies RouteConfig
