// What the things of some cities are called at a stage, or in force, in their natural order. The label of what has a name is
// looked at as a value, so that the database does not begin with what has one in all cities.
UNWIND $municipalities AS city
MATCH (n:Node {municipality: city})
WHERE 'Entity' IN labels(n)
  AND ($types IS NULL OR any(type IN labels(n) WHERE type IN $types))
  AND (none(type IN labels(n) WHERE type IN $stagedTypes)
    OR ($stage IS NULL AND n.effective)
    OR $stage IN coalesce(n.shownAt, n.stages))
RETURN n.id AS id, coalesce(n['name@' + $stage], n.name) AS name, city
ORDER BY city, n.sortKey, id
