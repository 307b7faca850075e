// The things of the given municipalities and those that all share, as a stage or what is in force has them: the ids of
// each type in natural order, but for what is metadata. The label Shared stands for the types that the model declares as shared.
CALL () {
  MATCH (n:Shared)
  RETURN [label IN labels(n) WHERE NOT label IN ['Node', 'Entity']][0] AS type, n
  UNION ALL
  MATCH (n:Node)
  WHERE n.municipality IN $municipalities
  WITH [label IN labels(n) WHERE NOT label IN ['Node', 'Entity']][0] AS type, n
  WHERE NOT type IN $metadata
    AND (NOT type IN $stagedTypes OR CASE WHEN $stage IS NULL THEN n.effective ELSE $stage IN coalesce(n.shownAt, n.stages) END)
  RETURN type, n
}
WITH type, n ORDER BY n.sortKey, n.id
WITH type, collect(n.id) AS ids
RETURN type, ids ORDER BY type
