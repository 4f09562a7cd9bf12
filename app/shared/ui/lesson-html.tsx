/**
 * HTML that the publish path made from a lesson the gate let through: the one place where markup
 * goes into a page as it is. Never give it anything that did not come out of `compileLesson`.
 */
export function LessonHtml({ html }: { html: string }) {
  return <div className="lesson" dangerouslySetInnerHTML={{ __html: html }} />
}
