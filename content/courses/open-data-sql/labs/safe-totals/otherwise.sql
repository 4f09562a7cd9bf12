WITH person AS (
  SELECT town_code, town, person_no, SUM(amount) AS amount
  FROM benefit_payment
  GROUP BY town_code, town, person_no
)
SELECT
  town_code,
  town,
  CASE WHEN COUNT(*) >= 5 THEN COUNT(*) END AS people,
  CASE WHEN COUNT(amount) >= 5 THEN SUM(amount) END AS total_amount
FROM person
GROUP BY town_code, town
ORDER BY town_code;
