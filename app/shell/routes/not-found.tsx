import { notFound, publicAction, publicLoader } from '#app/accounts/guard.server.ts'

export const loader = publicLoader(() => {
  throw notFound()
})

export const action = publicAction(() => {
  throw notFound()
})

export default function NotFound() {
  return null
}
