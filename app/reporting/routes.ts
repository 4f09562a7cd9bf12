import { route } from '@remix-run/route-config'

export const reportingRoutes = [
  route('reports/credit-hours', 'reporting/routes/credit-hours.tsx'),
  route('reports/credit-hours.csv', 'reporting/routes/credit-hours-csv.ts'),
]
