// What the things of some cities are called at a stage, or in force, in their natural order.
UNWIND $municipalities AS city
MATCH (n:Entity {municipality: city})
WHERE ($types IS NULL OR any(type IN labels(n) WHERE type IN $types))
  AND (none(type IN labels(n) WHERE type IN $stagedTypes)
    OR ($stage IS NULL AND n.effective)
    OR $stage IN coalesce(n.shownAt, n.stages))
RETURN n.id AS id, coalesce(n['name@' + $stage], n.name) AS name, city
ORDER BY city, n.sortKey, id
