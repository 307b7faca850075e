// What the documents of the given municipalities list wholly.
MATCH (n:Node)-[:COVERAGE_OF]->(subject:Node)
WHERE n.municipality IN $municipalities AND n:CoverageStatement
RETURN subject.id AS subject, n.field AS field, n.role AS role, n.stage AS stage
