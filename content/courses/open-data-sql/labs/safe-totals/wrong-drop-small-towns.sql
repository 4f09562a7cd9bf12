SELECT
  town_code,
  town,
  COUNT(DISTINCT person_no) AS people,
  CASE
    WHEN COUNT(DISTINCT CASE WHEN amount IS NOT NULL THEN person_no END) >= 5 THEN SUM(amount)
  END AS total_amount
FROM benefit_payment
GROUP BY town_code, town
HAVING COUNT(DISTINCT person_no) >= 5
ORDER BY town_code;
