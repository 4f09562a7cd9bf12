import { route } from '@remix-run/route-config'

export const auditRoutes = [route('audit', 'audit/routes/audit.tsx')]
