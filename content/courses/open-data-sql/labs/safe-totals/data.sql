-- 十个乡镇的高龄津贴发放记录。前九个乡镇各8至11人，示例癸乡3人；
-- 每人一笔，每乡2号多一笔，其余随机；每乡1号的金额尚未核定。
CREATE TABLE benefit_payment (
  payment_no TEXT NOT NULL,
  person_no TEXT NOT NULL,
  town_code TEXT NOT NULL,
  town TEXT NOT NULL,
  amount INTEGER
);

WITH RECURSIVE
t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t WHERE i < 10),
p(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM p WHERE j < 11),
turn(q) AS (VALUES (1), (2))
INSERT INTO benefit_payment
SELECT
  printf('F%02d%02d%d', i, j, q),
  printf('P%02d%02d', i, j),
  iif(i <= 8, printf('990121%03d', 100 + i), printf('990121%03d', 192 + i)),
  '示例' || substr('甲乙丙丁戊己庚辛壬癸', i, 1) || iif(i <= 8, '镇', '乡'),
  CASE WHEN j > 1 THEN 50 * (1 + civic_random(1000 * i + 10 * j + q) % 4) END
FROM t, p, turn
WHERE j <= iif(i = 10, 3, 8 + civic_random(9000 + i) % 4)
  AND (q = 1 OR j = 2 OR (j > 2 AND civic_random(20000 + 100 * i + j) % 4 = 0));
