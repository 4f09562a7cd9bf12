-- 十个乡镇各十二个事项。示例癸乡的数是写定的：应开办7项，可网办3项，42.9%。
CREATE TABLE window_item (
  town_code TEXT NOT NULL,
  town TEXT NOT NULL,
  item TEXT NOT NULL,
  required INTEGER NOT NULL,
  online INTEGER
);

WITH RECURSIVE
t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t WHERE i < 10),
n(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM n WHERE j < 12)
INSERT INTO window_item
SELECT
  CASE WHEN i <= 6 THEN printf('990121%03d', 100 + i)
       WHEN i <= 8 THEN printf('990122%03d', 94 + i)
       ELSE printf('990122%03d', 192 + i) END,
  '示例' || substr('甲乙丙丁戊己庚辛壬癸', i, 1) || iif(i <= 8, '镇', '乡'),
  printf('事项%02d', j),
  CASE WHEN j <= 7 THEN 1 WHEN i = 10 THEN 0 ELSE civic_random(100 * i + j) % 2 END,
  CASE WHEN i = 10 THEN (j <= 3 OR j > 7)
       ELSE civic_random(5000 + 100 * i + j) % 10 < 4 + i % 5 END
FROM t, n;
