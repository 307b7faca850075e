// The links that go out from the things of the given municipalities, as a stage or what is in force has them: both ends
// of each type, in parallel lists; but for those of metadata, and those that follow from others.
MATCH (n:Node)-[r]->(m:Node)
WHERE n.municipality IN $municipalities
WITH type(r) AS type, r, n, m
WHERE NOT type IN $left
  AND (NOT type IN $stagedTypes OR CASE WHEN $stage IS NULL THEN r.effective ELSE $stage IN r.stages END)
WITH type, collect(n.id) AS from, collect(m.id) AS to
RETURN type, from, to ORDER BY type
