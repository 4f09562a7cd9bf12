-- 六十个数据集：十个乡镇，每个六类。日期落在每月2日至28日，不含1日。
CREATE TABLE catalogue (
  dataset_id TEXT NOT NULL,
  title TEXT NOT NULL,
  provider TEXT NOT NULL,
  frequency TEXT NOT NULL,
  openness TEXT NOT NULL,
  last_updated TEXT
);

WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 60),
named AS (
  SELECT
    k,
    '示例' || substr('甲乙丙丁戊己庚辛壬癸', 1 + k % 10, 1) || iif(k % 10 < 8, '镇', '乡') AS town,
    CASE (k - 1) / 10
      WHEN 0 THEN '公交站点'
      WHEN 1 THEN '公厕位置'
      WHEN 2 THEN '村级卫生室名录'
      WHEN 3 THEN '灌溉水闸台账'
      WHEN 4 THEN '便民服务点'
      ELSE '农村公路里程'
    END AS subject
  FROM n
)
INSERT INTO catalogue
SELECT
  printf('DS-%03d', k),
  town || subject,
  town || '人民政府',
  CASE civic_random(10 * k + 1) % 4
    WHEN 0 THEN 'quarterly' WHEN 1 THEN 'yearly' ELSE 'monthly' END,
  CASE civic_random(10 * k + 2) % 5
    WHEN 0 THEN 'conditional' WHEN 1 THEN 'closed' ELSE 'open' END,
  strftime('%Y-%m-', date('2026-03-01', '-' || (civic_random(10 * k + 3) % 14) || ' months'))
    || printf('%02d', 2 + civic_random(10 * k + 4) % 27)
FROM named;
