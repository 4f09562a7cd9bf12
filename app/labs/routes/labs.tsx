import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { presentLabs } from '#app/labs/present-lab.server.ts'
import { LabList } from '#app/labs/ui/lab-list.tsx'
import { m } from '#app/shared/i18n/messages.ts'

export const meta: MetaFunction = () => [{ title: `${m.labs_title()} · ${m.shared_product()}` }]

export const loader = guardedLoader('lab.work', async ({ reader }) => ({
  courses: await presentLabs(reader),
}))

export default function Labs() {
  const { courses } = useLoaderData<typeof loader>()
  return <LabList courses={courses} />
}
