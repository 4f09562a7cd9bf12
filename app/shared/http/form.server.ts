/** Fields that a form may send: the longest of ours ticks a thousand people. */
const mostFields = 4_000

/** `form` without NUL, which PostgreSQL does not store: it becomes U+FFFD, which one sees. */
function withoutNul(form: FormData): FormData {
  const clean = new FormData()
  const readable = (text: string) => text.replaceAll('\0', '\uFFFD')
  for (const [name, value] of form) {
    clean.append(readable(name), typeof value === 'string' ? readable(value) : value)
  }
  return clean
}

/**
 * A submitted form. The size was limited before any route ran. A body that is no form, or has more fields
 * than any of ours, is the sender's mistake, so 400.
 */
export async function readForm(request: Request): Promise<FormData> {
  let form: FormData
  try {
    form = await request.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
  const values = [...form.values()]
  if (values.length > mostFields) throw new Response(null, { status: 400 })
  const hasNul = [...form.keys(), ...values].some(
    (text) => typeof text === 'string' && text.includes('\0'),
  )
  return hasNul ? withoutNul(form) : form
}
