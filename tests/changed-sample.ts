/** The template with every sentence of the sample changed, as an author leaves it. */
export function changed(text: string): string {
  return text
    .replace(/([。.])("?)$/gm, '$1$1$2')
    .replaceAll('question here', 'question')
    .replaceAll('text: { zh-CN: ', 'text: { zh-CN: 我说的')
}
