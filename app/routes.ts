import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './accounts/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { learningRoutes } from './learning/routes.ts'
import { shellRoutes } from './shell/routes.ts'

export default [
  ...learningRoutes,
  ...catalogueRoutes,
  ...accountRoutes,
  ...shellRoutes,
] satisfies RouteConfig
