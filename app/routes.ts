import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './accounts/routes.ts'
import { authoringRoutes } from './authoring/routes.ts'
import { shellRoutes } from './shell/routes.ts'

export default [...shellRoutes, ...accountRoutes, ...authoringRoutes] satisfies RouteConfig
