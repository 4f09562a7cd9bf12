SELECT
  town_code,
  town,
  COUNT(*) AS required_count,
  COUNT(online) AS online_count,
  ROUND(100.0 * COUNT(online) / COUNT(*), 1) AS rate
FROM window_item
WHERE required = 1
GROUP BY town_code, town
ORDER BY rate, town_code;
