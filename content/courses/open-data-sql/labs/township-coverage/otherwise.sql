WITH counted AS (
  SELECT
    t.town_code,
    t.town,
    (SELECT SUM(i.required) FROM window_item AS i WHERE i.town_code = t.town_code)
      AS required_count,
    (
      SELECT COUNT(*) FROM window_item AS i
      WHERE i.town_code = t.town_code AND i.required = 1 AND i.online = 1
    ) AS online_count
  FROM (SELECT DISTINCT town_code, town FROM window_item) AS t
)
SELECT town_code, town, required_count, online_count,
  ROUND(online_count * 100.0 / required_count, 1) AS rate
FROM counted
ORDER BY rate, town_code;
