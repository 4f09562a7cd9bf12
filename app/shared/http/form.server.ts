/**
 * A submitted form. The size was limited before any route ran. A body that is no form is the
 * sender's mistake, so 400.
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}
