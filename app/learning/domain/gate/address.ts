import type { ProblemDetail } from './problem.ts'

type AddressProblem = ProblemDetail<'URL'>

/** Controls and what stands for a broken character; percent-encoded, what turns the direction of text too. */
const control = /[\p{Cc}\ufffd]/u
const hidden = /[\p{Cc}\ufffd\u202a-\u202e\u2066-\u2069]/u
/** How many layers of percent-encoding are looked through for a `..`. */
const maxDecodings = 4

/**
 * What is wrong with `address` as the target of a link, or undefined. `address` is as a browser gets
 * it: character references and Markdown escapes already resolved. Allowed are `http:`, `https:` and
 * `mailto:`, paths of this site (`/…`) and anchors (`#…`).
 */
export function linkProblem(address: string): AddressProblem | undefined {
  const decoded = decode(address)
  if (control.test(address)) return 'control'
  if (address.includes('\\')) return 'backslash'
  if (decoded === undefined) return 'percent'
  if (hidden.test(decoded) && !hidden.test(address)) return 'control'
  if (address.startsWith('#')) return undefined
  if (address.startsWith('/')) {
    if (/^[\\/]{2}/.test(decoded)) return 'protocol-relative'
    return decoded.includes('\\') ? 'backslash' : undefined
  }
  if (/^mailto:./i.test(address)) return undefined
  return webProblem(address)
}

function webProblem(address: string): AddressProblem | undefined {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1]
  if (!authority) return 'form'
  if (authority.includes('@')) return 'user-info'
  return /\s/.test(address) || !URL.canParse(address) ? 'form' : undefined
}

/**
 * What is wrong with `address` as a picture or a `src`, or undefined. Only `/assets/…` of this site,
 * and no `..` however often it is percent-encoded, so that nothing outside the folder can be meant.
 */
export function pictureProblem(address: string): AddressProblem | undefined {
  const problem = linkProblem(address)
  if (problem && problem !== 'form') return problem
  if (!/^\/assets\/./.test(address)) return 'picture'
  const plain = withoutEncoding(address)
  if (plain.includes('\\')) return 'backslash'
  return plain.includes('..') ? 'picture-parent' : undefined
}

/** `address` with every `.`, `\` and `%` decoded, as often as a careless reader might. */
function withoutEncoding(address: string): string {
  let plain = address
  for (let times = 0; times < maxDecodings; times += 1) {
    plain = plain.replace(/%(25|2e|5c)/gi, decodeURIComponent)
  }
  return plain
}

/**
 * `address` percent-decoded once, or undefined where the encoding is broken or not of UTF-8. A query may
 * be in the encoding of the site it is for, such as GBK: of that, what is not ASCII is left out.
 */
function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address)
  } catch {
    return decodeAround(address)
  }
}

function decodeAround(address: string): string | undefined {
  const beyondAscii = /%[89a-f][0-9a-f]/gi
  const plain = address.replace(/\?[^#]*/, (query) => query.replace(beyondAscii, ''))
  try {
    return decodeURIComponent(plain)
  } catch {
    return undefined
  }
}
