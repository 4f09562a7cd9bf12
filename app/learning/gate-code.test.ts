import { describe, expect, it } from 'vitest'
import { findingsIn } from '#tests/attack/mdx/verdict.ts'

/** A document and everything the gate has to say about it. */
type Row = [document: string, ...findings: string[]]

const code: Row[] = [
  ['export { a } from "./b"', 'ESM.module@1:1'],
  ['export * from "node:fs"\n', 'ESM.module@1:1'],
  ['import the form\nfrom us', 'ESM.module@1:1', 'PARSE.module@1:12'],
  ['> a {b}\n\n{c}', 'EXPR.expression@1:5', 'EXPR.expression@3:1'],
  ['| a |\n| - |\n| {b} |', 'EXPR.expression@3:3'],
  ['# {a}', 'EXPR.expression@1:3'],
  ['*{a}*', 'EXPR.expression@1:2'],
  ['a[^1]\n\n[^1]: {b}', 'EXPR.expression@3:7'],
  [
    '{null} {/x/} {10n} {-1} {["a"]} {!0}',
    ...[1, 8, 14, 20, 25, 33].map((at) => `EXPR.expression@1:${at}`),
  ],
  ['{"a" + "b"}', 'EXPR.expression@1:1'],
  ['{<b>x</b>}', 'EXPR.expression@1:1'],
  ['{async () => { await import("fs") }}', 'EXPR.expression@1:1'],
  [`{\`a\${"b"}\`} {x\`a\`}`, 'EXPR.expression@1:1', 'EXPR.expression@1:13'],
  ['{"a", "b"}', 'EXPR.expression@1:1'],
  ['{user.}', 'EXPR.expression@1:1', 'PARSE.expression@1:7'],
  ['a {user', 'PARSE.opened@1:3', 'PARSE.unclosed@1:8'],
  ['<Note {...{}} />', 'SPREAD.spread@1:1'],
  ['a <b {...x} c={y} />', 'COMPONENT.unknown@1:3', 'SPREAD.spread@1:3', 'ATTR_EXPR.value@1:3'],
  ['<Note {a} />', 'PARSE.syntax@1:8'],
  ['<Note title={} />', 'ATTR_EXPR.value@1:1', 'PARSE.expression@1:14'],
]

const values: Row[] = [
  ['<Note title={a} />', 'ATTR_EXPR.value@1:1'],
  ['<Note title={null} />', 'ATTR_EXPR.value@1:1'],
  ['<Note title={undefined} />', 'ATTR_EXPR.value@1:1'],
  ['<Note title={{}} />', 'ATTR_EXPR.value@1:1'],
  [`<Note title={\`a\${b}\`} />`, 'ATTR_EXPR.value@1:1'],
  ['<Note title={<b />} />', 'ATTR_EXPR.value@1:1'],
  ['<Note title={/a/} />', 'ATTR_EXPR.value@1:1'],
  ['<Note title={1n} />', 'ATTR_EXPR.value@1:1'],
  ['<Note title={"a" + "b"} />', 'ATTR_EXPR.value@1:1'],
  ['<Steps labels={[["a"]]}>x</Steps>', 'ATTR_EXPR.value@1:1'],
  ['<Steps labels={[, "a"]}>x</Steps>', 'ATTR_EXPR.value@1:1'],
  ['<Steps labels={[..."ab"]}>x</Steps>', 'ATTR_EXPR.value@1:1'],
  ['<Steps labels={["a", b]}>x</Steps>', 'ATTR_EXPR.value@1:1'],
  ['<Steps labels={[null]}>x</Steps>', 'ATTR_EXPR.value@1:1'],
  ['<Note onClick={() => 1} />', 'ATTR.unknown@1:1', 'ATTR_EXPR.value@1:1'],
]

const components: Row[] = [
  ['<>a</>', 'COMPONENT.fragment@1:1'],
  ['a <Callout.Title /> <a:b />', 'COMPONENT.unknown@1:3', 'COMPONENT.unknown@1:21'],
  ['<callout>a</callout>', 'COMPONENT.unknown@1:1'],
  ['<KBD>a</KBD>', 'COMPONENT.unknown@1:1'],
  [
    '<constructor /> <__proto__ /> <hasOwnProperty />',
    ...[1, 17, 31].map((at) => `COMPONENT.unknown@1:${at}`),
  ],
  ['<div>\n\n<span>a</span>\n\n</div>', 'COMPONENT.unknown@1:1', 'COMPONENT.unknown@3:1'],
  ['<style>{`a{}`}</style>', 'COMPONENT.unknown@1:1'],
  ['- a\n\n  <Note>\n  <video />\n  </Note>', 'COMPONENT.unknown@4:3'],
  ['<math><mi>x</mi></math>', 'COMPONENT.unknown@1:1', 'COMPONENT.unknown@1:7'],
  ['<form action="/x"><input /></form>', 'COMPONENT.unknown@1:1', 'COMPONENT.unknown@1:19'],
  ['<civic-part data-kind="quiz" />', 'COMPONENT.unknown@1:1'],
]

const attributes: Row[] = [
  ...[
    'onclick',
    'onLoad',
    'style',
    'class',
    'className',
    'id',
    'key',
    'ref',
    'children',
    'Title',
  ].map((name): Row => [`<Note ${name}="a">x</Note>`, 'ATTR.unknown@1:1']),
  ['<Note dangerouslySetInnerHTML={{ __html: "a" }} />', 'ATTR.unknown@1:1', 'ATTR_EXPR.value@1:1'],
  ['<Note xlink:href="/a" />', 'ATTR.unknown@1:1'],
  ['<Tabs label="a">x</Tabs>', 'ATTR.unknown@1:1'],
  ['<Tab title="a">x</Tab>', 'ATTR.unknown@1:1'],
  ['<Details open>x</Details>', 'ATTR.unknown@1:1'],
  ['<Sources title="a">x</Sources>', 'ATTR.unknown@1:1'],
  ['<Compare width="1">x</Compare>', 'ATTR.unknown@1:1'],
  ['<Steps start={2}>x</Steps>', 'ATTR.unknown@1:1'],
  ['<Figure src="/assets/a.png" alt="" srcSet="/a" />', 'ATTR.unknown@1:1'],
  ['<Quiz id="a" answer="b" />', 'ATTR.unknown@1:1'],
  ['<Lab id="a" command="rm" />', 'ATTR.unknown@1:1'],
  ['a <kbd title="b">c</kbd>', 'ATTR.unknown@1:3'],
  ['a <br clear="all" />', 'ATTR.unknown@1:3'],
  ['a <abbr lang="en" title="b">c</abbr>', 'ATTR.unknown@1:3'],
  ['<Quiz />', 'ATTR.id-missing@1:1'],
  ['<Quiz id />', 'ATTR.id@1:1'],
  ['<Quiz id="" />', 'ATTR.id@1:1'],
  ['<Quiz id={5} />', 'ATTR.id@1:1'],
  ['<Quiz id={["a"]} />', 'ATTR.id@1:1'],
  ['<Quiz id="a.b" />', 'ATTR.id@1:1'],
  ['<Quiz id="a\nb" />', 'ATTR.id@1:1'],
  ['<Quiz id="题" />', 'ATTR.id@1:1'],
  ['<Lab id="a/b" />', 'ATTR.id@1:1'],
  [`<Lab id="${'a'.repeat(65)}" />`, 'ATTR.id@1:1'],
  ['a <Term id="b c">d</Term>', 'ATTR.id@1:3'],
]

const syntax: Row[] = [
  ['a\n\n<!-- b -->\n\n{c}', 'PARSE.comment@3:2', 'EXPR.expression@5:1'],
  ['<!DOCTYPE html>', 'PARSE.comment@1:2'],
  ['<?php ?>', 'PARSE.syntax@1:2'],
  ['<img src=x onerror=alert(1)>', 'COMPONENT.unknown@1:1', 'PARSE.unquoted@1:10'],
  ['a <br> b', 'PARSE.tag-crosses-block@1:1', 'PARSE.unclosed-tag@1:3'],
  ['<br>', 'PARSE.unclosed-tag@1:1'],
  ['# a\n\n  <Note>\n\nb', 'PARSE.unclosed-tag@3:3'],
  ['a</Note>', 'PARSE.closing-tag@1:3'],
  ['<Note>a</Callout>', 'PARSE.unclosed-tag@1:1', 'PARSE.closing-tag@1:8'],
  ['<Note>\n\na\n\n</Callout>', 'PARSE.unclosed-tag@1:1', 'PARSE.closing-tag@5:1'],
  ['*<Note>*</Note>', 'PARSE.tag-crosses-block@1:1', 'PARSE.unclosed-tag@1:2'],
  ['> <Note>\n> a', 'PARSE.tag-crosses-block@1:1', 'PARSE.unclosed-tag@1:3'],
  ['<https://a.gov.cn>', 'PARSE.link-in-angles@1:8'],
  ['<a@b.cn>', 'PARSE.link-in-angles@1:3'],
  ['a <b', 'PARSE.opened@1:3', 'PARSE.unclosed@1:5'],
  ['<Note title="a', 'PARSE.opened@1:1', 'PARSE.unclosed@1:15'],
  ['<Note title=<br /> />', 'PARSE.unquoted@1:13'],
  [
    '{a.}\n\n[b](ftp://c)\n\n<d />',
    'EXPR.expression@1:1',
    'PARSE.expression@1:4',
    'URL.form@3:1',
    'COMPONENT.unknown@5:1',
  ],
]

describe.each(Object.entries({ code, values, components, attributes, syntax }))(
  '%s',
  (_name, rows) => {
    it.each(rows)('%j', (document, ...findings) => {
      expect(findingsIn(document).toSorted()).toEqual(findings.toSorted())
    })
  },
)
