SELECT
  MIN(town_code) AS town_code,
  town,
  COUNT(*) AS required_count,
  COUNT(CASE WHEN online = 1 THEN 1 END) AS online_count,
  ROUND(100.0 * COUNT(CASE WHEN online = 1 THEN 1 END) / COUNT(*), 1) AS rate
FROM window_item
WHERE required = 1
GROUP BY town
ORDER BY rate, town_code;
