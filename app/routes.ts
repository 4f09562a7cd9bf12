import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './accounts/routes.ts'
import { shellRoutes } from './shell/routes.ts'
import { talentRoutes } from './talent/routes.ts'
import { whiteHatRoutes } from './white-hat/routes.ts'

export default [
  ...shellRoutes,
  ...accountRoutes,
  ...talentRoutes,
  ...whiteHatRoutes,
] satisfies RouteConfig
