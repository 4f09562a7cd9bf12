import type { ProblemKey } from './problem.ts'

/** A sentence for each cause; `subject` is the finding's. They say what to do, since authors read them. */
export const messagesEn: Record<ProblemKey, (subject: string) => string> = {
  'LIMIT.document': (s) => `The lesson is larger than ${s} KiB. Split it into two modules.`,
  'LIMIT.line': (s) => `This line is longer than ${s} characters. Break it into paragraphs.`,
  'LIMIT.brackets': (s) => `A lesson may hold at most ${s} “[”. Remove some, or split the lesson.`,
  'LIMIT.emphasis': (s) =>
    `A lesson may hold at most ${s} “*” and “_” together. Remove some, or split the lesson.`,
  'LIMIT.braces': (s) =>
    `A lesson may hold at most ${s} “{”. Shorten the code, or split the lesson.`,
  'LIMIT.brace-depth': (s) =>
    `More than ${s} “{” are open here. Close them, or write a literal brace as “\\{”.`,
  'LIMIT.angles': (s) => `A lesson may hold at most ${s} “<”. Remove some, or split the lesson.`,
  'LIMIT.backticks': (s) => `More than ${s} backticks in a row. Three are enough for a code block.`,
  'LIMIT.footnotes': (s) =>
    `A lesson may refer to footnotes at most ${s} times. Gather the sources in <Sources>.`,
  'LIMIT.bars': (s) => `A line may hold at most ${s} “|”. Split the table.`,
  'LIMIT.definitions': (s) =>
    `A lesson may define at most ${s} footnotes and link addresses. Write some links in place.`,
  'LIMIT.headings': (s) => `A lesson may have at most ${s} headings. Split the lesson.`,
  'LIMIT.quotes': (s) => `A quotation may be at most ${s} levels deep. Remove some “>”.`,
  'LIMIT.indent': (s) => `A line may be indented by at most ${s} columns. Move it to the left.`,
  'LIMIT.depth': (s) =>
    `Lists, quotations and components may be at most ${s} levels deep. Take some out of the others.`,
  'LIMIT.nodes': (s) => `A lesson may have at most ${s} parts in all. Split the lesson.`,
  'LIMIT.time': () =>
    'Reading this lesson takes too long. Look for long runs of punctuation and nested brackets.',
  'ENCODING.utf-8': () => 'The file is not UTF-8 here. Save it again as UTF-8.',
  'ENCODING.control': (s) => `There is an invisible control character (${s}) here. Delete it.`,
  'ENCODING.bidi': (s) =>
    `There is an invisible character (${s}) here that changes the direction of text. Delete it.`,
  'ENCODING.surrogate': (s) =>
    `There is half a character (${s}) here. Delete it and type it again.`,
  'FRONTMATTER.fence': () => 'The first line has to be “---” and nothing more, without a space.',
  'FRONTMATTER.unclosed': () =>
    'The front matter is not closed. End it with a line of “---” and nothing more.',
  'FRONTMATTER.size': () =>
    'The front matter is larger than 4 KiB. What is about the module belongs in module.yaml.',
  'FRONTMATTER.syntax': () =>
    'This is not valid YAML. Check quotes, brackets and indentation; text with a colon needs quotes.',
  'FRONTMATTER.not-a-map': () => 'Front matter is written as “key: value”, one on a line.',
  'FRONTMATTER.anchor': (s) => `Anchors (&${s}) are not allowed. Write the value out.`,
  'FRONTMATTER.alias': (s) => `Aliases (*${s}) are not allowed. Write the value out.`,
  'FRONTMATTER.tag': (s) => `Tags (${s}) are not allowed. Write the value without it.`,
  'FRONTMATTER.directive': () => 'Directives (%) are not allowed. Delete this line.',
  'FRONTMATTER.duplicate': (s) => `“${s}” is already given above. Keep one of the two.`,
  'FRONTMATTER.unknown-key': (s) =>
    `“${s}” does not belong here. Front matter has title, summary, tags, lang and order; the rest is in module.yaml.`,
  'FRONTMATTER.text': (s) =>
    `“${s}” has to be text. If the very words are meant, put quotes around them.`,
  'FRONTMATTER.text-list': (s) => `“${s}” has to be a list of texts, such as [security, email].`,
  'FRONTMATTER.number': (s) => `“${s}” has to be a number.`,
  'ESM.module': () =>
    'A lesson cannot import or export. Delete this; if it is prose, begin the line with another word.',
  'EXPR.expression': () =>
    'A lesson cannot compute. Delete this; for a literal brace write “\\{”, or put code in backticks.',
  'SPREAD.spread': () => 'Attributes cannot be spread. Write each attribute by name.',
  'SPREAD.content': () => 'Nothing can be spread into the text. Write the text itself.',
  'ATTR_EXPR.value': (s) =>
    `The value of “${s}” has to be a text, a number, true or false, or a list of these.`,
  'ATTR.unknown': (s) => `${s} is not an attribute of this component. Delete it.`,
  'ATTR.id': (s) => `The id of ${s} has to be text of 1 to 64 letters, digits, “_” and “-”.`,
  'ATTR.id-missing': (s) => `${s} needs an id, the one given in its file.`,
  'COMPONENT.unknown': (s) =>
    `<${s}> is not allowed in a lesson. Use a component of the list, or put code in backticks.`,
  'COMPONENT.fragment': () => 'An empty tag <> is not allowed. Delete it.',
  'URL.form': (s) =>
    `“${s}” is not an address a lesson may link to. Use https://…, http://…, mailto:…, /… or #….`,
  'URL.protocol-relative': (s) =>
    `“${s}” leaves this site without saying how. Write https:// in front.`,
  'URL.user-info': (s) => `“${s}” holds a user name before “@”. Delete it.`,
  'URL.backslash': (s) => `“${s}” holds a backslash. Write “/”.`,
  'URL.control': (s) => `“${s}” holds an invisible character. Type the address again.`,
  'URL.percent': (s) => `“${s}” has a broken % code. Write % itself as %25.`,
  'URL.picture': (s) =>
    `“${s}” is not a picture of this site. Put it in the course's assets and write /assets/….`,
  'URL.picture-parent': (s) => `“${s}” must not hold “..”. Write the whole path from /assets/.`,
  'PARSE.syntax': (s) =>
    `${s ? `“${s}”` : 'This'} cannot stand here. For a literal “<” or “{” write “\\<” or “\\{”.`,
  'PARSE.html': () => 'Raw HTML is not allowed. Use Markdown, or put code in backticks.',
  'PARSE.comment': () => 'HTML comments are not allowed. Write {/* comment */}.',
  'PARSE.link-in-angles': () => 'Write a link as [text](address), not in angle brackets.',
  'PARSE.unclosed-tag': (s) => `<${s}> is not closed. Write </${s}> where it ends, or <${s} />.`,
  'PARSE.closing-tag': (s) =>
    s ? `</${s}> closes something else than was opened.` : 'This closing tag has no opening tag.',
  'PARSE.tag-crosses-block': (s) =>
    `<${s}> begins inside this block and does not end in it. Put both tags on lines of their own.`,
  'PARSE.unquoted': () => 'The value of an attribute needs quotation marks.',
  'PARSE.expression': () =>
    'What is in these braces cannot be read. For a literal brace write “\\{”.',
  'PARSE.module': () =>
    'A line that begins with import or export is read as code. Begin it with another word.',
  'PARSE.unclosed': () => 'The text ends inside a tag or braces that began earlier. Close them.',
  'PARSE.opened': () =>
    'What opens here is never closed. For a literal “<” or “{” write “\\<” or “\\{”.',
  'ADVICE.nested': (s) =>
    `${s} stands inside another block. It will be shown after that block; better put it there.`,
  'ADVICE.alt': () => 'This picture has no description. Say in words what it shows.',
  'ADVICE.source': () => 'This figure has no src, so nothing will be shown.',
  'ADVICE.term': () => 'This term has no id, so it will not lead to the glossary.',
  'ADVICE.callout-type': (s) => `“${s}” is not a known type of callout; it will look like a note.`,
  'ADVICE.repeated': (s) => `“${s}” is given more than once; the last one counts.`,
  'ADVICE.byte-order-mark': () => 'There is an invisible byte-order mark here. Delete it.',
}
