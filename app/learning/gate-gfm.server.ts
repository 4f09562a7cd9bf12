import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import type {} from 'remark-parse'
import type { Data, Processor } from 'unified'

type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Extract<
  NonNullable<NonNullable<SyntaxExtension['text']>[number]>,
  { tokenize: unknown }
>
type Effects = Parameters<Construct['tokenize']>[0]
type State = Parameters<Construct['tokenize']>[1]
type Code = Parameters<State>[0]

/** What of GitHub's syntax finds an address that stands in the text by itself. */
const bareAddresses: ReadonlySet<string | undefined> = new Set(['protocolAutolink', 'wwwAutolink'])

/**
 * GitHub's additions to Markdown, for the gate and the compile step alike, with one difference: a bare
 * address ends before the first character that is not ASCII. No address holds one unescaped, and in
 * Chinese no space divides an address from the words and the punctuation that follow.
 */
export function remarkLessonGfm(this: Processor): void {
  remarkGfm.call(this)
  const data = this.data()
  const syntax = data.micromarkExtensions ?? []
  const gfm = syntax.pop()
  if (gfm) syntax.push(withPlainAddresses(gfm))
  // GitHub's own second look finds what the syntax missed, in whatever texts it is given.
  data.fromMarkdownExtensions?.unshift({ transforms: [divideTexts] })
}

function withPlainAddresses(gfm: SyntaxExtension): SyntaxExtension {
  const text = Object.entries(gfm.text ?? {}).map(([code, constructs]) => [
    code,
    [constructs ?? []].flat().map((construct) => {
      return bareAddresses.has(construct.name) ? endingAtAscii(construct) : construct
    }),
  ])
  return { ...gfm, text: Object.fromEntries(text) }
}

/**
 * `construct`, to which what is not ASCII looks like the end of the text. Only it and the parts it is made
 * of are deceived: the parser itself is handed on the character that is really there.
 */
function endingAtAscii(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      let real: Code = null
      let over = false
      const honest =
        (state: State): State =>
        () =>
          state(real)
      const last =
        (state: State): State =>
        () => {
          // What comes next is no longer of this construct, whether it was found or given up.
          over = true
          return state(real)
        }
      const part = (inner: Construct): Construct => ({
        ...inner,
        tokenize(own, found, not) {
          return inner.tokenize.call(this, within(own), honest(found), honest(not))
        },
      })
      const within = (own: Effects): Effects => ({
        ...own,
        attempt: (inner, ...states) => own.attempt(part(inner as Construct), ...states),
        check: (inner, ...states) => own.check(part(inner as Construct), ...states),
      })
      const deceived =
        (state: State): State =>
        (code) => {
          real = code
          const next = state(code !== null && code > 0x7f ? null : code)
          return over || !next ? next : deceived(next)
        }
      return deceived(construct.tokenize.call(this, within(effects), last(ok), last(nok)))
    },
  }
}

/** An address in a text with all that follows it without a space and is ASCII; `www.中` has none. */
const address = /(?:https?:\/\/|www\.)[\x21-\x7e]+|www(?=\.[\u0080-\uffff])/gi

/** Divides the texts under `node` where an address meets what is not ASCII; nothing in them changes. */
function divideTexts(node: Nodes): void {
  if (!('children' in node)) return
  const children: Nodes[] = node.children
  children.splice(0, children.length, ...children.flatMap(divided))
  for (const child of children) divideTexts(child)
}

function divided(node: Nodes): Nodes[] {
  if (node.type !== 'text') return [node]
  const ends = [...node.value.matchAll(address)].map(({ 0: found, index }) => index + found.length)
  const inside = ends.filter((end) => /[.\u0080-\uffff]/.test(node.value.charAt(end)))
  if (inside.length === 0) return [node]
  return [0, ...inside].map((from, index) => ({
    ...node,
    value: node.value.slice(from, inside[index]),
  }))
}
