// {"p0":"5-6","p1":"課","p2":"5-6","p3":"課","p4":3}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
    MATCH (n0)-[r5:PART_OF]->(n6:PolicyItem)
      WHERE r5.effective AND n6.code = $p2
    WITH n0, n6
      WHERE EXISTS {
        MATCH (n0)-[r7:OWNED_BY]->(n8:Department)
          WHERE r7.effective AND normalize(n8.name, NFKC) CONTAINS $p3
      }
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective AND n2.code = $p0
WITH n0, n2
  WHERE EXISTS {
    MATCH (n0)-[r3:OWNED_BY]->(n4:Department)
      WHERE r3.effective AND normalize(n4.name, NFKC) CONTAINS $p1
  }
WITH n0, n2.name AS k9, CASE WHEN n0.code IS NOT NULL THEN n0.sortKey END AS k10, n0.id AS k11
  ORDER BY k9, k10 IS NULL, k10 DESC, k11
  LIMIT toInteger($p4)
RETURN [n0.code] AS answer

// {"p0":2025,"p1":"112119","p2":6}
MATCH (n0:AnnualGoal)
  WHERE n0.fiscalYear >= $p0
MATCH (n0)-[r1:GOAL_OF]->(n2:ReformSheet)
MATCH (n2)-[r3:IN_REFORM_FIELD]->(n4:ReformField)
MATCH (n4)-[r5:REFORM_FIELD_OF]->(n6:Municipality)
  WHERE n6.code = $p1
WITH n0
  ORDER BY n2.sortKey DESC, n0.fiscalYear, n0.id
  LIMIT toInteger($p2)
RETURN [n0.fiscalYear, n0.id] AS answer
