import { sqlLab } from '#app/labs/domain/manifest.ts'

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** A small query lab for tests: services of towns in an invented county (示例县). */
export const tallyLab = sqlLab.parse({
  slug: 'tally',
  title: both('数一数', 'Tally'),
  minutes: 10,
  skills: [{ skill: 'data-querying', level: 1 }],
  limits: { wallMs: 3_000, memoryMb: 64, outputKb: 256 },
  runtime: 'sql',
  data: 'data.sql',
  tables: [{ name: 'service', note: both('政务服务事项', 'public services') }],
  compare: { order: 'strict', names: false },
  cases: [
    { id: 'sample', name: both('示例', 'sample'), hint: both('先看表', 'look at the table') },
    {
      id: 'nulls',
      name: both('空值', 'nulls'),
      setup: "INSERT INTO service VALUES ('示例甲镇', NULL);",
      hint: both('想想空值', 'think of nulls'),
    },
    {
      id: 'secret-case',
      name: both('隐藏', 'hidden'),
      setup: "INSERT INTO service VALUES ('CANARY-' || civic_random(99), 7);",
      hint: both('再想想', 'think again'),
    },
  ],
  accepted: 'accepted.sql',
  otherwise: 'otherwise.sql',
  wrong: [
    { file: 'wrong-star.sql', fails: ['nulls'] },
    { file: 'wrong-order.sql', fails: ['sample', 'secret-case'] },
  ],
})

/** Its files by the names in the manifest. */
export const tallyFiles = {
  'data.sql': `CREATE TABLE service (town TEXT, minutes INTEGER);
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19)
INSERT INTO service SELECT '示例' || char(20057 + civic_random(i) % 3) || '镇', civic_random(100 + i) % 90
FROM n;`,
  'accepted.sql': 'SELECT town, count(minutes) FROM service GROUP BY town ORDER BY town',
  'otherwise.sql':
    'SELECT town, sum(minutes IS NOT NULL) FROM service GROUP BY town ORDER BY max(town)',
  'wrong-star.sql': 'SELECT town, count(*) FROM service GROUP BY town ORDER BY town',
  'wrong-order.sql': 'SELECT town, count(minutes) FROM service GROUP BY town ORDER BY town DESC',
}

/** The texts that grading takes. */
export const tallyTexts = { data: tallyFiles['data.sql'], accepted: tallyFiles['accepted.sql'] }
