import { route } from '@remix-run/route-config'

const template = 'organisation/routes/import-template.ts'

export const organisationRoutes = [
  route('staff', 'organisation/routes/staff.tsx'),
  route('staff/import', 'organisation/routes/import.tsx'),
  route('staff/new', 'organisation/routes/new-person.tsx'),
  route('staff/import/template.xlsx', template, { id: 'template-xlsx' }),
  route('staff/import/template.csv', template, { id: 'template-csv' }),
  route('staff/invitations', 'organisation/routes/invitations.tsx'),
  route('staff/:personId', 'organisation/routes/person.tsx'),
  route('staff/:personId/leaving', 'organisation/routes/leaving.tsx'),
  route('staff/:personId/second-factor', 'organisation/routes/factor-removal.tsx'),
  route('staff/:personId/roles/:grantId', 'organisation/routes/revocation.tsx'),
  route('staff/:personId/erasure', 'organisation/routes/erasure.tsx'),
  route('organisation', 'organisation/routes/organisation.tsx'),
  route('organisation/new', 'organisation/routes/new-organisation.tsx'),
  route('organisation/places', 'organisation/routes/places.tsx'),
  route('organisation/:organisationId', 'organisation/routes/edit-organisation.tsx'),
  route('organisation/:organisationId/retirement', 'organisation/routes/retirement.tsx'),
]
