import { notFound } from '#app/accounts/guard.server.ts'
import { organisationOptions } from '#app/organisation/organisation-options.server.ts'
import { workingStaff } from '#app/organisation/staff-list.server.ts'
import { pageOf } from '#app/shared/domain/page.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { compareText, currentLocale } from '#app/shared/i18n/format.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { type Course, findCourse, listCourses } from '#db/catalogue/queries.server.ts'
import {
  listNominated,
  type Nominated,
  nominable,
  nominatedAmong,
} from '#db/learning/nominations.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { dueWords } from './due-words.server.ts'
import { mostChosen } from './nomination.form.ts'

const pageSize = 100

function asNominated({ slug, content }: Course) {
  return { slug, moduleIds: content.modules.map((module) => `${slug}/${module}`) }
}

/** Every course with how many of the reader's staff are nominated, have completed it, are late. */
export async function nominationsPage(reader: Reader, now: number) {
  const locale = currentLocale()
  const courses = await listCourses()
  return Promise.all(
    courses.map(async (course) => {
      const total = course.content.modules.length
      const nominated = await listNominated(reader, asNominated(course))
      const open = nominated.filter(({ completed }) => completed < total)
      return {
        slug: course.slug,
        title: inLocale(course.content.title, locale),
        people: nominated.length,
        done: nominated.length - open.length,
        overdue: open.filter(({ dueAt }) => dueAt !== null && dueAt < now).length,
      }
    }),
  )
}

/** The course at an address. Throws 404 where there is none. */
export async function nominatedCourse(slug: string | undefined): Promise<Course> {
  const course = await findCourse(slug ?? '')
  if (!course) throw notFound()
  return course
}

/** Those nominated with their names, by department and name, as the page's language has them. */
async function sorted(nominated: Nominated[]) {
  const locale = currentLocale()
  const names = await identitiesOf(nominated.map(({ personId }) => personId))
  return nominated
    .map((each) => {
      const name = names.get(each.personId)?.name ?? ''
      return { ...each, name, department: inLocale(each.department, locale) }
    })
    .sort((a, b) => compareText(a.department, b.department) || compareText(a.name, b.name))
}

/** A page of who is nominated for a course, by department, with deadline and progress. */
export async function nominatedPage(
  reader: Reader,
  given: { course: string | undefined; page: number; now: number },
) {
  const course = await nominatedCourse(given.course)
  const total = course.content.modules.length
  const nominated = await sorted(await listNominated(reader, asNominated(course)))
  const { page, pages, shown } = pageOf(nominated, given.page, pageSize)
  return {
    ...{ slug: course.slug, title: inLocale(course.content.title, currentLocale()), total },
    ...{ count: nominated.length, page, pages },
    people: shown.map(({ dueAt, ...row }) => ({
      ...row,
      due: dueWords(dueAt, reader.timeZone),
      late: row.completed < total && dueAt !== null && dueAt < given.now,
    })),
  }
}

/** Who of these people is the reader's own staff, by name: what a form sends may name anybody. */
async function namesOfStaff(reader: Reader, personIds: string[]) {
  if (personIds.length === 0) return []
  const ids = (await nominable(reader, personIds.slice(0, mostChosen))).map(({ id }) => id)
  const names = await identitiesOf(ids)
  return ids
    .map((personId) => ({ personId, name: names.get(personId)?.name ?? '' }))
    .sort((a, b) => compareText(a.name, b.name))
}

/**
 * The reader's staff to choose from, a page at a time, with who is nominated already; and who of those
 * `chosen` is not among them.
 */
export async function nominatePage(
  reader: Reader,
  slug: string | undefined,
  query: URLSearchParams,
  chosen: string[] = [],
) {
  const locale = currentLocale()
  const course = await nominatedCourse(slug)
  const filter = {
    departmentId: query.get('department') ?? '',
    text: (query.get('q') ?? '').slice(0, 60),
    page: Number.parseInt(query.get('page') ?? '1', 10) || 1,
  }
  const found = await workingStaff(reader, 'course.nominate', filter)
  const tooMany = found === 'too-many'
  const { shown, page, pages } = tooMany ? { shown: [], page: 1, pages: 1 } : found
  const already = await nominatedAmong(
    course.slug,
    shown.map(({ personId }) => personId),
  )
  return {
    ...{ slug: course.slug, title: inLocale(course.content.title, locale), filter },
    departments: await organisationOptions(reader, 'course.nominate'),
    ...{ tooMany, page, pages },
    others: await namesOfStaff(
      reader,
      chosen.filter((id) => !shown.some(({ personId }) => personId === id)),
    ),
    people: shown.map(({ personId, name, staffNumber, organisation }) => ({
      ...{ personId, name, staffNumber },
      department: inLocale(organisation, locale),
      nominated: already.has(personId),
      due: dueWords(already.get(personId) ?? null, reader.timeZone),
    })),
  }
}
