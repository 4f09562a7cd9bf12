import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './accounts/routes.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { learningRoutes } from './learning/routes.ts'
import { reportingRoutes } from './reporting/routes.ts'
import { shellRoutes } from './shell/routes.ts'

export default [
  ...learningRoutes,
  ...catalogueRoutes,
  ...assessmentRoutes,
  ...reportingRoutes,
  ...accountRoutes,
  ...auditRoutes,
  ...shellRoutes,
] satisfies RouteConfig
