// {"p0":6}
MATCH (n0:Measure)
  WHERE n0.effective
OPTIONAL MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective
OPTIONAL MATCH (n2)-[r3:IN_FIELD]->(n4:PolicyField)
WITH n0, n4.number AS k9, COUNT {
  MATCH (n0)-[r5:OWNED_BY]->(n6:Department)
    WHERE r5.effective
  RETURN DISTINCT n6
} AS k10, CASE
  WHEN n0.code IS NOT NULL THEN n0.sortKey
  END AS k11, n0.id AS k12
  ORDER BY k9 IS NULL, k9 DESC, k10 DESC, k11, k12
  LIMIT toInteger($p0)
RETURN [
  n0.code,
  [
    [
      COUNT {
        MATCH (n0)-[r7:OWNED_BY]->(n8)
          WHERE r7.effective
        RETURN n8
      }
    ],
    []
  ]
] AS answer
