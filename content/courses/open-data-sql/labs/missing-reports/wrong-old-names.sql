SELECT
  d.code AS code,
  d.name AS name,
  COUNT(r.code) AS report_rows,
  SUM(r.cases) AS cases
FROM division_map AS d
LEFT JOIN report AS r
  ON TRIM(r.code) = d.code AND r.month = '2026-02'
GROUP BY d.code, d.name
ORDER BY report_rows, d.code;
