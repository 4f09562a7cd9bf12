-- 十五个现行县（区），另有一个旧代码990141，2026年2月起并入990122。
-- 三个月的月报：现行代码每月都报，旧代码只报到2026年1月。
CREATE TABLE division_map (
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  current_code TEXT NOT NULL,
  current_name TEXT NOT NULL
);
CREATE TABLE report (
  code TEXT NOT NULL,
  month TEXT NOT NULL,
  cases INTEGER
);

WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 15),
named AS (
  SELECT
    CASE WHEN k <= 3 THEN printf('9901%02d', k) ELSE printf('9901%02d', 17 + k) END AS code,
    CASE
      WHEN k <= 3 THEN '示例' || substr('东西南', k, 1) || '区'
      WHEN k = 4 THEN '示例县'
      ELSE '示例' || substr('乙丙丁戊己庚辛壬癸子丑', k - 4, 1) || '县'
    END AS name
  FROM n
)
INSERT INTO division_map SELECT code, name, code, name FROM named;

INSERT INTO division_map VALUES ('990141', '示例寅县', '990122', '示例乙县');

WITH months(m, month) AS (VALUES (1, '2026-01'), (2, '2026-02'), (3, '2026-03'))
INSERT INTO report
SELECT d.code, months.month, 50 + civic_random(1000 * m + CAST(substr(d.code, 3) AS INTEGER)) % 400
FROM division_map AS d, months
WHERE d.code = d.current_code OR months.month = '2026-01';
