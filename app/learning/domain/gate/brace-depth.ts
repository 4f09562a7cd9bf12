/** A line that opens or closes a fence of code, in a quotation or a list too. */
const fenceLine = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*(`{3,}|~{3,})([^`]*)$/
/** Code within a line. */
export const codeSpan = /(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)/g

/**
 * How many `{` are open, line after line. What a piece of code leaves open does not outlive the code. What
 * counts as code here is a guess, and may be one: the sum of `{` has a limit of its own.
 */
export class BraceDepth {
  #open = 0
  #fence: { marks: string; openBefore: number } | undefined

  constructor(private readonly limit: number) {}

  /** The index in `text`, the next line, of the first `{` that is one too many, or -1. */
  line(text: string): number {
    const [, marks, info] = fenceLine.exec(text) ?? []
    if (!this.#fence && marks) this.#fence = { marks, openBefore: this.#open }
    else if (this.#fence && marks?.startsWith(this.#fence.marks) && !info?.trim()) {
      this.#open = this.#fence.openBefore
      this.#fence = undefined
    }
    return this.#fence ? this.#count(text) : this.#prose(text)
  }

  #prose(text: string): number {
    const exceeded: number[] = []
    let from = 0
    for (const { 0: code, index } of text.matchAll(codeSpan)) {
      exceeded.push(this.#count(text, from, index))
      const openBefore = this.#open
      from = index + code.length
      exceeded.push(this.#count(text, index, from))
      this.#open = openBefore
    }
    exceeded.push(this.#count(text, from))
    return exceeded.find((index) => index >= 0) ?? -1
  }

  #count(text: string, from = 0, to = text.length): number {
    let exceeded = -1
    for (let at = from; at < to; at += 1) {
      if (text[at - 1] === '\\') continue
      if (text[at] === '{' && ++this.#open > this.limit && exceeded < 0) exceeded = at
      else if (text[at] === '}') this.#open = Math.max(0, this.#open - 1)
    }
    return exceeded
  }
}
