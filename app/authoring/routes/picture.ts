import { can } from '#app/accounts/domain/policy.ts'
import { guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { findWritableCourse } from '#db/authoring/published.server.ts'
import type { AuthoringPermission } from '#db/authoring/scope.server.ts'
import { findPicture } from '#db/catalogue/pictures.server.ts'

async function actsOn(reader: Reader, permission: AuthoringPermission, course: string) {
  return can(reader, permission) && (await findWritableCourse(reader, permission, course))
}

export const loader = guardedLoader('signed-in', async ({ reader, params, request }) => {
  const { course = '', name = '' } = params
  const picture = await findPicture(course, name)
  if (!picture) throw notFound()
  // Before it is published it is its authors' and reviewers' alone.
  const isOpen =
    picture.publishedAt !== null ||
    (await actsOn(reader, 'lesson.write', course)) ||
    (await actsOn(reader, 'lesson.review', course))
  if (!isOpen) throw notFound()
  const etag = `"${picture.hash}"`
  const headers = {
    // Its type is what its bytes were seen to be (and every answer says nosniff); nothing in it runs.
    'Content-Type': picture.type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ETag: etag,
  }
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(new Uint8Array(picture.bytes), { headers })
})
