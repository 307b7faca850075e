// By type and field of what they list wholly, the documents of the given municipalities that do so, at a stage or at any.
MATCH (n:Node)-[:COVERAGE_OF]->(subject:Node)
WHERE n.municipality IN $municipalities AND n:CoverageStatement
  AND ($stage IS NULL OR n.stage IS NULL OR n.stage = $stage)
WITH [label IN labels(subject) WHERE NOT label IN ['Node', 'Entity']][0] AS type, n
UNWIND n.sources AS source
RETURN type, n.field AS field, collect(DISTINCT split(source, ' ')[0]) AS documents
