import { type ItemFile, itemFile } from '#app/assessment/domain/item.ts'
import { publishItemBank } from '#db/assessment/publish.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { write } from '#db/client.server.ts'
import { skills } from '#db/talent/tables.server.ts'

const both = (text: string) => ({ 'zh-CN': text, en: text })

/** Items `i1` … of levels and aspects in turn; `wording` goes into every prompt. */
export function aBank(skill: string, size = 40, wording = 'which'): ItemFile {
  return itemFile.parse({
    skill,
    aspects: ['joins', 'nulls'].map((id) => ({ id, name: both(id), advice: both('practise') })),
    items: Array.from({ length: size }, (_, i) => ({
      level: (i % 4) + 1,
      aspect: i % 8 < 4 ? 'joins' : 'nulls',
      rationale: both('because'),
      question: {
        id: `i${i + 1}`,
        type: 'single',
        prompt: both(`${wording} ${i + 1}`),
        choices: [
          { id: 'a', text: both('a'), correct: true },
          { id: 'b', text: both('b') },
        ],
      },
    })),
  })
}

/** Publishes a bank in a command of its own. */
export const publish = (file: ItemFile) =>
  perform({ actorId: 'system', action: 'items.published', subjectId: file.skill }, (work) =>
    publishItemBank(work, file),
  )

/** A skill with a published bank of its own; returns its code. */
export async function aSkill(code: string, size?: number): Promise<string> {
  const content = {
    code,
    group: 'data' as const,
    name: both(code),
    description: both('about it'),
    levels: [1, 2, 3, 4].map((level) => both(`level ${level}`)),
    crosswalk: [],
    offensive: false,
  }
  await write((tx) => tx.insert(skills).values({ code, edition: '1', content }))
  await publish(aBank(code, size))
  return code
}
