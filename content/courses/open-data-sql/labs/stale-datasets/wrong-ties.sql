SELECT dataset_id, title, last_updated
FROM catalogue
WHERE frequency = 'monthly'
  AND openness = 'open'
  AND (last_updated < '2026-03-01' OR last_updated IS NULL)
ORDER BY last_updated;
