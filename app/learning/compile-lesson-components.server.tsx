import {
  Children,
  createContext,
  isValidElement,
  type ReactElement,
  type ReactNode,
  useContext,
} from 'react'
import { type CalloutType, calloutTypes } from '#app/learning/domain/gate/components.ts'
import type { Locale } from '#app/shared/domain/text.ts'

/** What an author wrote in an attribute: any literal the gate lets through. */
type Written = string | number | boolean | (string | number | boolean)[] | undefined

/** The language of the few words the components add themselves. */
export const LessonLocale = createContext<Locale>('zh-CN')

/** A text or number as text; what makes no sense as text is left out. */
function asText(value: Written): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function asCount(value: Written): number | undefined {
  const count = Number(asText(value))
  return Number.isInteger(count) && count > 0 ? count : undefined
}

/** The blocks in `children`, without the line breaks between them. */
function blocks(children: ReactNode): ReactNode[] {
  return Children.toArray(children).filter((child) => typeof child !== 'string' || child.trim())
}

function isElement(node: ReactNode, ...names: string[]): node is ReactElement {
  return isValidElement(node) && typeof node.type === 'string' && names.includes(node.type)
}

/** `children` as an author divides them: at each `---`, or else block by block. */
function sections(children: ReactNode): ReactNode[][] {
  const all = blocks(children)
  if (!all.some((block) => isElement(block, 'hr'))) return all.map((block) => [block])
  const divided: ReactNode[][] = [[]]
  for (const block of all) {
    if (isElement(block, 'hr')) divided.push([])
    else divided.at(-1)!.push(block)
  }
  return divided.filter((section) => section.length > 0)
}

function Callout({
  type,
  title,
  children,
}: {
  type?: Written
  title?: Written
  children?: ReactNode
}) {
  const kind: CalloutType = calloutTypes.find((known) => known === type) ?? 'note'
  const heading = asText(title)
  return (
    <div className={`callout callout-${kind}`} role="note">
      {heading && <p className="callout-title">{heading}</p>}
      {children}
    </div>
  )
}

function Note({ title, children }: { title?: Written; children?: ReactNode }) {
  const heading = asText(title)
  return (
    <div className="note" role="note">
      {heading && <p className="note-title">{heading}</p>}
      {children}
    </div>
  )
}

type FigureProps = {
  src?: Written
  alt?: Written
  width?: Written
  height?: Written
  zoom?: Written
  caption?: Written
  children?: ReactNode
}

function Figure({ src, alt, width, height, zoom, caption, children }: FigureProps) {
  const address = asText(src)
  const picture = address && (
    <img
      src={address}
      alt={asText(alt) ?? ''}
      width={asCount(width)}
      height={asCount(height)}
      loading="lazy"
    />
  )
  const text = asText(caption)
  return (
    <figure>
      {zoom === true || zoom === 'true' ? <a href={address}>{picture}</a> : picture}
      {(text || children) && (
        <figcaption>
          {text}
          {children}
        </figcaption>
      )}
    </figure>
  )
}

function Steps({ labels, children }: { labels?: Written; children?: ReactNode }) {
  const all = blocks(children)
  if (all.length === 1 && isElement(all[0], 'ol')) return <div className="steps">{children}</div>
  const names = Array.isArray(labels) ? labels : []
  const steps = sections(children).map((section, at) => ({ id: `${at}`, name: names[at], section }))
  return (
    <ol className="steps">
      {steps.map(({ id, name, section }) => (
        <li key={id}>
          {name !== undefined && <p className="step-label">{String(name)}</p>}
          {section}
        </li>
      ))}
    </ol>
  )
}

/** Without a script the tabs are read one after the other, each under its name. */
function Tabs({ children }: { children?: ReactNode }) {
  return <div className="tabs">{children}</div>
}

function Tab({ label, children }: { label?: Written; children?: ReactNode }) {
  const heading = asText(label)
  return (
    <section className="tab">
      {heading && <h3 className="tab-label">{heading}</h3>}
      {children}
    </section>
  )
}

function Details({ summary, children }: { summary?: Written; children?: ReactNode }) {
  const fallback = useContext(LessonLocale) === 'en' ? 'More' : '展开'
  return (
    <details>
      <summary>{asText(summary) ?? fallback}</summary>
      {children}
    </details>
  )
}

function Term({ id, children }: { id?: Written; children?: ReactNode }) {
  return <dfn data-term={asText(id)}>{children}</dfn>
}

type CompareProps = { left?: Written; right?: Written; children?: ReactNode }

/** Two sides: divided by `---`, or else the first block against the rest. */
function Compare({ left, right, children }: CompareProps) {
  const [first = [], ...others] = sections(children)
  const sides = [
    { id: 'left', name: asText(left), content: first },
    { id: 'right', name: asText(right), content: others.flat() },
  ]
  return (
    <div className="compare">
      {sides.map(({ id, name, content }) => (
        <div className="compare-side" key={id}>
          {name && <p className="compare-name">{name}</p>}
          {content}
        </div>
      ))}
    </div>
  )
}

function Sources({ children }: { children?: ReactNode }) {
  return (
    <section className="sources">
      <h2 className="sources-title">
        {useContext(LessonLocale) === 'en' ? 'Sources' : '资料来源'}
      </h2>
      {children}
    </section>
  )
}

/**
 * What each component of a lesson looks like: plain HTML that works without a script and has no inline
 * style. `Quiz` and `Lab` are not here, since the page puts them between the parts of a lesson.
 */
export const lessonComponents = {
  Callout,
  Note,
  Figure,
  Steps,
  Tabs,
  Tab,
  Details,
  Term,
  Compare,
  Sources,
}
