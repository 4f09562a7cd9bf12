import { randomUUID } from 'node:crypto'
import { draftSettings } from '#app/authoring/domain/draft-settings.ts'
import { lessonTemplate, quizTemplate } from '#app/authoring/domain/lesson-template.ts'
import type { ModuleFile } from '#app/catalogue/domain/course.ts'
import type { CompiledLesson } from '#app/learning/domain/compiled-lesson.ts'
import { perform } from '#db/audit/perform.server.ts'
import type { DraftContent } from '#db/authoring/commands.server.ts'
import { publishCourse, publishModule } from '#db/catalogue/publish.server.ts'
import { courses } from '#db/catalogue/tables.server.ts'
import { write } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { changed } from './changed-sample.ts'

// Courses and what drafts of them hold, without what reads lessons: that takes seconds to import.

/** A module's settings. */
export const content: ModuleFile = {
  objectives: [{ 'zh-CN': '能核对合计', en: 'Check a sum' }],
  minutes: 30,
  creditHours: 0.5,
  skills: [{ skill: 'data-sql', level: 2 }],
  labs: [],
}
/** The same text in both languages. */
export const both = (text: string) => ({ 'zh-CN': text, en: text })
/** A lesson with nothing in it. */
export const compiled: CompiledLesson = { parts: [], css: '', headings: [], blocks: [], hash: 'h' }
/** A draft without a fault. */
export const draftContent: DraftContent = {
  settings: draftSettings(content),
  lessonZh: changed(lessonTemplate('zh-CN', '核对合计')),
  lessonEn: '',
  quiz: changed(quizTemplate),
}

/** Publishes a module of the course by hand of the operator; the version's id. */
export async function publishBase(course: string, slug = '01-sums'): Promise<string> {
  return perform({ actorId: 'operator', action: 'content.published', subjectId: course }, (work) =>
    publishModule(work, {
      course,
      slug,
      content,
      quiz: { quizzes: [] },
      texts: [{ locale: 'zh-CN', title: '核对合计', summary: '', source: '旧文', compiled }],
      origin: 'file',
      note: '',
    }),
  )
}

/** A course of its own for each test, with one published module; owned by a unit where that is given. */
export async function aCourse(ownerId?: string): Promise<{ course: string; versionId: string }> {
  const course = `course-${randomUUID().slice(0, 8)}`
  const command = { actorId: 'operator', action: 'content.published', subjectId: course } as const
  await perform(command, (work) =>
    publishCourse(work, {
      slug: course,
      title: both('课'),
      summary: both('课'),
      audience: both('人'),
      modules: ['01-sums'],
      skills: [{ skill: 'data-sql', level: 2 }],
      licence: 'CC-BY-4.0',
    }),
  )
  if (ownerId)
    await write((tx) => tx.update(courses).set({ ownerId }).where(eq(courses.slug, course)))
  return { course, versionId: await publishBase(course) }
}
