import { route } from '@remix-run/route-config'

export const talentRoutes = [
  route('registry', 'talent/routes/registry.tsx'),
  route('registry/withdrawal', 'talent/routes/registry-withdrawal.tsx'),
  route('registry/requests/:id', 'talent/routes/registry-request.tsx'),
  route('registry/requests/:id/withdrawal', 'talent/routes/registry-request-withdrawal.tsx'),
  route('talent', 'talent/routes/search.tsx'),
  route('talent/people/:code', 'talent/routes/person.tsx'),
  route('talent/people/:code/contact', 'talent/routes/contact.tsx'),
  route('talent/attestations/:personId', 'talent/routes/attestations.tsx'),
  route('talent/attestations/:personId/new', 'talent/routes/new-attestation.tsx'),
  route('talent/attestations/:personId/:id/withdrawal', 'talent/routes/attestation-withdrawal.tsx'),
  route('talent/requests', 'talent/routes/requests.tsx'),
  route('talent/requests/:id', 'talent/routes/request.tsx'),
  route('talent/requests/:id/withdrawal', 'talent/routes/request-withdrawal.tsx'),
  route('talent/unit-consents', 'talent/routes/unit-consents.tsx'),
  route('talent/unit-consents/:id', 'talent/routes/unit-consent.tsx'),
  route('talent/unit-consents/:id/withdrawal', 'talent/routes/unit-consent-withdrawal.tsx'),
]
