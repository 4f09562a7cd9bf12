WITH chased AS (
  SELECT dataset_id FROM catalogue WHERE frequency = 'monthly'
  INTERSECT
  SELECT dataset_id FROM catalogue WHERE openness = 'open'
  EXCEPT
  SELECT dataset_id FROM catalogue WHERE last_updated >= '2026-03-01'
)
SELECT c.dataset_id, c.title, c.last_updated
FROM catalogue AS c
JOIN chased USING (dataset_id)
ORDER BY COALESCE(c.last_updated, ''), c.dataset_id;
