SELECT
  d.current_code AS code,
  d.current_name AS name,
  COUNT(*) AS report_rows,
  SUM(r.cases) AS cases
FROM division_map AS d
LEFT JOIN report AS r
  ON TRIM(r.code) = d.code AND r.month = '2026-02'
GROUP BY d.current_code, d.current_name
ORDER BY report_rows, d.current_code;
