import { type Actor, can, type Permission } from '#app/accounts/domain/policy.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { MenuItem } from '#app/shared/ui/shell-context.ts'

type Section = { href: string; needs: Permission; label: () => string; covers?: string[] }

const items: Section[] = [
  { href: '/', needs: 'course.study', label: m.shared_menu_learn },
  { href: '/courses', needs: 'course.read', label: m.shared_menu_courses },
  { href: '/labs', needs: 'lab.work', label: m.shared_menu_labs },
  {
    href: '/assessments',
    needs: 'assessment.take',
    label: m.shared_menu_assessments,
    covers: ['/attempts'],
  },
  {
    href: '/record',
    needs: 'record.read',
    label: m.shared_menu_record,
    covers: ['/registry', '/white-hat/apply', '/white-hat/withdrawal'],
  },
  { href: '/talent', needs: 'talent.search', label: m.shared_menu_talent },
  { href: '/white-hat', needs: 'white-hat.search', label: m.shared_menu_white_hat },
  { href: '/authoring', needs: 'lesson.write', label: m.shared_menu_authoring },
  { href: '/reviews', needs: 'lesson.review', label: m.shared_menu_reviews },
  { href: '/nominations', needs: 'course.nominate', label: m.shared_menu_nominations },
  { href: '/reports/credit-hours', needs: 'credit-hours.report', label: m.shared_menu_reports },
  {
    href: '/staff',
    needs: 'staff.list',
    label: m.shared_menu_staff,
    covers: ['/organisation'],
  },
  { href: '/audit', needs: 'audit.read', label: m.shared_menu_audit },
]

/** Where somebody's work for others is: what a role beyond the learner's opens. */
export function workOf(actor: Actor): MenuItem[] {
  const own: Permission[] = [
    'course.study',
    'course.read',
    'lab.work',
    'assessment.take',
    'record.read',
  ]
  const ownPlaces = items.filter(({ needs }) => own.includes(needs)).map(({ href }) => href)
  return menuFor(actor).filter(({ href }) => !ownPlaces.includes(href))
}

/** The main navigation: what the reader may use, and no more. */
export function menuFor(actor: Actor | undefined): MenuItem[] {
  if (!actor) return []
  return items
    .filter(({ needs }) => can(actor, needs))
    .map(({ href, label, covers = [] }) => ({ href, label: label(), covers }))
}
