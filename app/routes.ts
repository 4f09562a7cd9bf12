import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './accounts/routes.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import { shellRoutes } from './shell/routes.ts'

export default [...shellRoutes, ...accountRoutes, ...assessmentRoutes] satisfies RouteConfig
