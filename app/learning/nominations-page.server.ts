import { notFound } from '#app/accounts/guard.server.ts'
import { organisationOptions } from '#app/organisation/organisation-options.server.ts'
import { staffPage } from '#app/organisation/staff-list.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { compareText, currentLocale, formatDate } from '#app/shared/i18n/format.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { type Course, findCourse, listCourses } from '#db/catalogue/queries.server.ts'
import { listNominated, nominatedAmong } from '#db/learning/nominations.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

/** So many are listed by name. */
const mostListed = 500

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

async function courseAt(slug: string | undefined): Promise<Course> {
  const course = await findCourse(slug ?? '')
  if (!course) throw notFound()
  return course
}

/** Who is nominated for a course, by department and name, with deadline and progress. */
export async function nominatedPage(reader: Reader, slug: string | undefined, now: number) {
  const locale = currentLocale()
  const course = await courseAt(slug)
  const total = course.content.modules.length
  const nominated = await listNominated(reader, asNominated(course))
  const shown = nominated.slice(0, mostListed)
  const names = await identitiesOf(shown.map(({ personId }) => personId))
  const people = shown
    .map(({ personId, state, department, dueAt, completed }) => ({
      ...{ personId, state, completed },
      name: names.get(personId)?.name ?? '',
      department: inLocale(department, locale),
      due: dueAt === null ? '' : formatDate(dueAt, reader.timeZone),
      late: completed < total && dueAt !== null && dueAt < now,
    }))
    .sort((a, b) => compareText(a.department, b.department) || compareText(a.name, b.name))
  return {
    ...{ slug: course.slug, title: inLocale(course.content.title, locale), total, people },
    count: nominated.length,
  }
}

/** The reader's staff to choose from, a page at a time, with who is nominated already. */
export async function nominatePage(
  reader: Reader,
  slug: string | undefined,
  query: URLSearchParams,
) {
  const locale = currentLocale()
  const course = await courseAt(slug)
  const filter = {
    departmentId: query.get('department') ?? '',
    text: (query.get('q') ?? '').slice(0, 60),
    page: Number.parseInt(query.get('page') ?? '1', 10) || 1,
  }
  const list = await staffPage(reader, { ...filter, state: undefined, waiting: false })
  const working = list.tooMany ? [] : list.people.filter(({ state }) => state !== 'left')
  const already = await nominatedAmong(
    course.slug,
    working.map(({ personId }) => personId),
  )
  return {
    ...{ slug: course.slug, title: inLocale(course.content.title, locale), filter },
    departments: await organisationOptions(reader, 'course.nominate'),
    tooMany: list.tooMany,
    page: list.tooMany ? 1 : list.page,
    pages: list.tooMany ? 1 : list.pages,
    people: working.map(({ personId, name, staffNumber, department }) => ({
      ...{ personId, name, staffNumber, department },
      nominated: already.has(personId),
    })),
  }
}
