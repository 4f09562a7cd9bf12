import { createHash } from 'node:crypto'
import rehypeShikiFromHighlighter from '@shikijs/rehype/core'
import { transformerStyleToClass } from '@shikijs/transformers'
import type { Plugin } from 'esbuild'
import type { MDXComponents } from 'mdx/types'
import { bundleMDX } from 'mdx-bundler'
import { getMDXComponent } from 'mdx-bundler/client/index.js'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import rehypeKatex from 'rehype-katex'
import rehypeSlug from 'rehype-slug'
import remarkMath from 'remark-math'
import { createHighlighter } from 'shiki'
import type { Locale } from '#app/shared/domain/text.ts'
import { LessonLocale, lessonComponents } from './compile-lesson-components.server.tsx'
import { headingPrefix, rehypeFinish } from './compile-lesson-html.server.ts'
import { placeElement, remarkGate, remarkPlaces } from './compile-lesson-markdown.server.ts'
import type { CompiledLesson, LessonHeading, Part } from './domain/compiled-lesson.ts'
import { remarkLessonGfm } from './gate-gfm.server.ts'
import { parseLesson } from './gate-parse.server.ts'
import { blockHashes } from './lesson-blocks.server.ts'

const themes = { light: 'github-light', dark: 'github-dark' }
/** Languages whose code is coloured; another is shown as plain text. */
const languages = [
  'bash',
  'css',
  'csv',
  'html',
  'http',
  'javascript',
  'json',
  'python',
  'sql',
  'typescript',
  'yaml',
]
const highlighter = createHighlighter({ themes: Object.values(themes), langs: languages })

/**
 * Compiles `source`, gated and free of front matter, and renders it to HTML. It bundles and evaluates
 * what MDX makes of the lesson, so it is to be called in the worker only (`compile-lesson-worker.ts`),
 * or in a test. Throws where the source would not pass the gate.
 */
export async function renderLesson(source: string, locale: Locale): Promise<CompiledLesson> {
  const headings: LessonHeading[] = []
  const colours = transformerStyleToClass({ classPrefix: 'code-' })
  const rehypeShiki = [
    rehypeShikiFromHighlighter,
    await highlighter,
    { themes, transformers: [colours], fallbackLanguage: 'text', defaultLanguage: 'text' },
  ]
  const { code } = await bundleMDX({
    // A first line of its own: the bundler would run a second front matter that begins with `---js`.
    source: `\n${source}`,
    grayMatterOptions: () => ({ delimiters: '\u0000' }),
    esbuildOptions: (options) => ({
      ...options,
      logLevel: 'silent',
      plugins: [refuseImports, ...(options.plugins ?? [])],
    }),
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [remarkGate, remarkLessonGfm, remarkMath, [remarkPlaces, { locale }]],
      rehypePlugins: [
        [rehypeKatex, { output: 'mathml', strict: 'ignore', trust: false }],
        [rehypeSlug, { prefix: headingPrefix }],
        rehypeShiki as [],
        [rehypeFinish, { locale, headings }],
      ],
      remarkRehypeOptions: footnoteWords(locale),
    }),
  })
  const Lesson = getMDXComponent(code)
  const content = createElement(Lesson, { components: lessonComponents as MDXComponents })
  const html = renderToStaticMarkup(
    createElement(LessonLocale.Provider, { value: locale }, content),
  )
  const parts = splitParts(html)
  const css = colours.getCSS()
  const tree = parseLesson(source).tree
  const hash = createHash('sha256').update(JSON.stringify({ parts, css })).digest('hex')
  return { parts, css, headings, blocks: tree ? blockHashes(tree, source) : [], hash }
}

/** A gated lesson imports nothing but React; if anything else is asked for, the build fails. */
const refuseImports: Plugin = {
  name: 'refuse-imports',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) => {
      const expected = kind === 'entry-point' || /^react(?:-dom|\/jsx-runtime)?$/.test(path)
      return expected ? undefined : { errors: [{ text: 'a lesson cannot import' }] }
    })
  },
}

function footnoteWords(locale: Locale) {
  const english = locale === 'en'
  return {
    footnoteLabel: english ? 'Footnotes' : '脚注',
    footnoteBackLabel: (reference: number, again: number) => {
      const number = `${reference + 1}${again > 1 ? `-${again}` : ''}`
      return english ? `Back to reference ${number}` : `返回正文引用${number}`
    },
  }
}

/** Attributes that run or style something; no tag of a finished lesson has one. */
const activeAttribute = /<[^>]*\s(?:style|on[a-z]+|srcdoc)\s*=/i

function splitParts(html: string): Part[] {
  if (/<(?:script|style|iframe)\b/i.test(html) || activeAttribute.test(html)) {
    throw new Error('the rendered lesson holds a script or an inline style')
  }
  const place = new RegExp(
    `<${placeElement} data-kind="(quiz|lab)" data-id="([\\w-]+)"></${placeElement}>`,
    'g',
  )
  const parts: Part[] = []
  let from = 0
  const addHtml = (text: string) => {
    if (text.trim()) parts.push({ kind: 'html', html: text.trim() })
  }
  for (const match of html.matchAll(place)) {
    addHtml(html.slice(from, match.index))
    parts.push({ kind: match[1] === 'quiz' ? 'quiz' : 'lab', id: match[2]! })
    from = match.index + match[0].length
  }
  addHtml(html.slice(from))
  return parts
}
