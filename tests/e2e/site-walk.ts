import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Permission, policy } from '#app/accounts/domain/policy.ts'
import type { Role } from '#app/accounts/domain/roles.ts'
import { type Named, samplePath } from '#tests/attack/access-samples.ts'
import type { Prepared } from './prepared-things.ts'
import type { Who } from './staff.ts'

/** Who walks the site for a role: the first whose role may see a page. Nobody holds the others. */
const holders: Partial<Record<Role, Who>> = {
  learner: 'busyLearner',
  'hr-officer': 'officer',
  'hr-superior': 'cityOfficer',
  'white-hat-officer': 'cyberspace',
  author: 'secondAuthor',
  reviewer: 'reviewer',
  administrator: 'administrator',
  auditor: 'auditor',
}

/** Who of the county may see a page, by the policy: one person for each role that gives it. */
export function visitors(loader: string | null): (Who | 'nobody')[] {
  if (loader === 'public') return ['nobody']
  if (loader === 'signed-in') return ['busyLearner']
  const line: Partial<Record<Role, unknown>> = policy[loader as Permission]
  const roles = Object.keys(line) as Role[]
  return roles.map((role) => holders[role]).filter((who) => who !== undefined)
}

function thingsOf(prepared: Prepared): Named {
  return {
    personId: prepared.personIds.clerk ?? '',
    grantId: prepared.reviewerGrantId,
    departedId: prepared.departedIds.walked,
    organisationId: prepared.organisationId,
    departmentId: prepared.organisationId,
    attemptId: prepared.openAttemptId,
    labAttemptId: prepared.labAttemptId,
    registryCode: prepared.codes.alsoRegistered ?? '',
    askedId: prepared.requestId,
    agreedId: prepared.requestForUnitId,
    acceptedId: prepared.requestForUnitId,
    attestationId: prepared.attestationId,
    course: 'open-data-sql',
    module: '01-read-a-catalogue',
    draftId: prepared.draftId,
    submittedId: prepared.draftInReviewId,
    overtakenId: prepared.draftId,
  }
}

/** A real address for a page: the access walk's samples, filled from the county. */
export function addressOf(path: string, prepared: Prepared): string {
  const things = thingsOf(prepared)
  const reviewer = { personId: prepared.personIds.reviewer ?? '' }
  const attested = { personId: prepared.personIds.alsoRegistered ?? '' }
  const instead: Record<string, Partial<Named>> = {
    '/staff/:personId/second-factor': reviewer,
    '/staff/:personId/roles/:grantId': reviewer,
    '/talent/attestations/:personId': attested,
    '/talent/attestations/:personId/new': attested,
    '/talent/attestations/:personId/:id/withdrawal': attested,
    '/attempts/:id/result': { attemptId: prepared.finishedAttemptId },
    '/registry/requests/:id/withdrawal': { agreedId: prepared.requestId },
  }
  const sample = samplePath[path]
  return sample ? sample({ ...things, ...instead[path] }).path : path
}

/** What some pages show only when they are asked for it. */
const askedFor: Partial<Record<Who | 'nobody', string[]>> = {
  officer: ['/talent?search=1&purpose=probepurpose=x&place=own&must=data-sql&must-level=2'],
  cityOfficer: ['/talent?search=1&purpose=probepurpose=x&place=below&must=data-sql&must-level=2'],
  cyberspace: ['/white-hat?search=1&purpose=probepurpose=x&must=log-forensics&must-level=2'],
  secondAuthor: ['zh', 'en', 'quiz', 'settings'].map(
    (part) => `/authoring/drafts/:id?part=${part}`,
  ),
  auditor: ['/audit?action=learning'],
}

/** Addresses that take a form only, and what a role may ask for in general but not here. */
const absent: Partial<Record<Who | 'nobody', string[]>> = {
  nobody: ['/language', '/reading-comfort', '/*'],
  officer: [
    '/talent/people/:code/contact',
    '/talent/requests/:id',
    '/talent/requests/:id/withdrawal',
  ],
}

/** One page for one person, and the status it answers with. */
export type Stop = { who: Who | 'nobody'; address: string; status: number }

function statusOf(who: Who | 'nobody', path: string): number {
  if (absent[who]?.includes(path)) return 404
  // The samples' links are used up.
  return path.endsWith('/:token') ? 410 : 200
}

export const pagesOf = ({ routes }: Prepared) => routes.filter(({ page }) => page)

/** Every page of the site, for one person of each role that may see it. */
export function planWalk(prepared: Prepared): Stop[] {
  const stops: Stop[] = []
  for (const { path, loader } of pagesOf(prepared)) {
    const address = addressOf(path, prepared)
    for (const who of visitors(loader)) stops.push({ who, address, status: statusOf(who, path) })
  }
  for (const [who, addresses] of Object.entries(askedFor)) {
    for (const asked of addresses) {
      const [path = '', query = ''] = asked.split('?')
      const address = `${addressOf(path, prepared)}?${query}`
      stops.push({ who: who as Who, address, status: 200 })
    }
  }
  return stops
}

/** Who walks the site in one test: as many tests as can run side by side. */
export const groups: (Who | 'nobody')[][] = [
  ['nobody', 'auditor', 'cyberspace'],
  ['officer', 'cityOfficer'],
  ['busyLearner'],
  ['secondAuthor', 'reviewer'],
  ['administrator'],
]

/**
 * What is wrong with the page that is open, in words: what axe finds, a heading too many or too few,
 * the wrong language, something that sticks out sideways, no title.
 */
export async function faultsOf(page: Page, lang: string): Promise<string[]> {
  // Legacy mode: the pages have no frames, and the other opens a second page for each.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  const shape = await page.evaluate(() => {
    const { scrollWidth, clientWidth, lang } = document.documentElement
    const headings = document.querySelectorAll('h1').length
    return { sideways: scrollWidth - clientWidth, lang, headings, title: document.title }
  })
  const faults = violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html}`)
  if (shape.headings !== 1) faults.push(`${shape.headings} headings of the first level`)
  if (shape.lang !== lang) faults.push(`lang is ${shape.lang}`)
  if (shape.sideways > 0) faults.push(`${shape.sideways} px stick out sideways`)
  if (shape.title === '') faults.push('no title')
  return faults
}
