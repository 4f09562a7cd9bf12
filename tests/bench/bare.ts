import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzip } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { course, moduleId } from './seed.ts'

/** The level that the product's server compresses with. */
const level = 3

const holders = `FROM registry_entries e JOIN person_skills s ON s.person_id = e.person_id
  WHERE s.skill = 'data-sql' AND e.person_state = 'active'
  AND e.unit_id = (SELECT unit_id FROM people WHERE id = :person) AND s.level`
const modulesOf = `SELECT m.*, v.content, t.title, t.summary FROM modules m
  JOIN module_versions v ON v.id = m.current_version_id JOIN module_texts t ON t.version_id = v.id`
const ownCourses =
  'SELECT c.slug, v.id, v.content FROM courses c JOIN course_versions v ON v.id = c.current_version_id'
const progress = 'SELECT * FROM module_progress WHERE person_id = :person ORDER BY saved_at DESC'

/** What each page reads of the main database, once the session is known, as plain SQL. */
export const reads: Record<string, string[]> = {
  home: [
    ownCourses,
    modulesOf,
    progress,
    'SELECT * FROM person_skills WHERE person_id = :person ORDER BY skill',
    'SELECT DISTINCT skill FROM items WHERE retired_at IS NULL',
    'SELECT * FROM enrolments WHERE person_id = :person ORDER BY at',
  ],
  lesson: [
    `${ownCourses} WHERE c.slug = '${course}'`,
    `${modulesOf} WHERE m.course = '${course}'`,
    progress,
    `SELECT * FROM check_answers WHERE person_id = :person AND module_id = '${moduleId}' ORDER BY at`,
    `SELECT l.id, l.slug, v.manifest FROM labs l JOIN lab_versions v ON v.id = l.current_version_id
      WHERE l.course = '${course}'`,
    'SELECT DISTINCT lab_id FROM lab_attempts WHERE person_id = :person AND passed',
  ],
  'talent-search': [
    'SELECT code, content FROM skills',
    ...['>= 2', '< 2'].flatMap((reached) => [
      `SELECT count(*) ${holders} ${reached}`,
      `SELECT e.*, s.level ${holders} ${reached} ORDER BY s.level * s.confidence DESC, e.code LIMIT 20`,
    ]),
  ],
}

/**
 * What Node itself costs: a server that reads the session and what the page needs by prepared
 * statements, compresses the page's HTML at the same level and sends it. Listens on `port`.
 */
export function serveBare(port: number, database: string, page: string, htmlFile: string): void {
  const db = new Sqlite(database, { readonly: true })
  const session = db.prepare(
    `SELECT s.person_id, p.unit_id, g.role FROM sessions s JOIN people p ON p.id = s.person_id
     LEFT JOIN role_grants g ON g.person_id = p.id WHERE s.token_hash = ?`,
  )
  const statements = (reads[page] ?? []).map((sql) => db.prepare(sql))
  const html = readFileSync(htmlFile)
  createServer((request, response) => {
    const token = (request.headers.cookie ?? '').split('=')[1] ?? ''
    const hash = createHash('sha256').update(token).digest('hex')
    const row = session.get(hash) as { person_id: string } | undefined
    for (const statement of row ? statements : []) statement.all({ person: row?.person_id })
    gzip(html, { level }, (error, body) => {
      if (error) throw error
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Encoding': 'gzip',
        'Content-Length': body.length,
      }
      response.writeHead(row ? 200 : 403, headers).end(body)
    })
  }).listen(port, '127.0.0.1')
}
