import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './accounts/routes.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { authoringRoutes } from './authoring/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { labRoutes } from './labs/routes.ts'
import { learningRoutes } from './learning/routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { reportingRoutes } from './reporting/routes.ts'
import { shellRoutes } from './shell/routes.ts'
import { talentRoutes } from './talent/routes.ts'
import { whiteHatRoutes } from './white-hat/routes.ts'

export default [
  ...learningRoutes,
  ...catalogueRoutes,
  ...labRoutes,
  ...assessmentRoutes,
  ...talentRoutes,
  ...whiteHatRoutes,
  ...authoringRoutes,
  ...reportingRoutes,
  ...organisationRoutes,
  ...accountRoutes,
  ...auditRoutes,
  ...shellRoutes,
] satisfies RouteConfig
