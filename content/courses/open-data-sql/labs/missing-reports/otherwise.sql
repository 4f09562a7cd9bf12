WITH arrived AS (
  SELECT m.current_code AS code, r.cases
  FROM report AS r
  JOIN division_map AS m ON m.code = TRIM(r.code)
  WHERE r.month = '2026-02'
)
SELECT
  t.code,
  t.name,
  (SELECT COUNT(*) FROM arrived AS a WHERE a.code = t.code) AS report_rows,
  (SELECT SUM(a.cases) FROM arrived AS a WHERE a.code = t.code) AS cases
FROM (SELECT DISTINCT current_code AS code, current_name AS name FROM division_map) AS t
ORDER BY report_rows, t.code;
