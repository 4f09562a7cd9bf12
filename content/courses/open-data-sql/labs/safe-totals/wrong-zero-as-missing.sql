SELECT
  town_code,
  town,
  CASE WHEN COUNT(DISTINCT person_no) >= 5 THEN COUNT(DISTINCT person_no) END AS people,
  CASE
    WHEN COUNT(DISTINCT CASE WHEN amount > 0 THEN person_no END) >= 5 THEN SUM(amount)
  END AS total_amount
FROM benefit_payment
GROUP BY town_code, town
ORDER BY town_code;
