// {"p0":2}
MATCH (n0:Indicator)
  WHERE n0.effective
OPTIONAL MATCH (n0)-[r1:INDICATES_PLAN]->(n2:LinkagePlan)
  WHERE r1.effective
WITH n0, n2.number AS k3, n0.id AS k4
  ORDER BY k3 IS NULL, k3 DESC, k4
  LIMIT toInteger($p0)
RETURN [n0.name] AS answer

// {"p0":2}
MATCH (n0:Indicator)
  WHERE n0.effective
WITH n0, n0.targetValue AS k1, n0.id AS k2
  ORDER BY k1 IS NULL, k1 DESC, k2
  LIMIT toInteger($p0)
RETURN [n0.name, n0.targetText, n0.targetValue] AS answer

// {"p0":2}
MATCH (n0:Measure)
  WHERE n0.effective
OPTIONAL MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective
OPTIONAL MATCH (n0)-[r3:PART_OF]->(n4:PolicyItem)
  WHERE r3.effective
WITH n0, n2.satisfaction AS k5, n4.sortKey AS k6, n0.id AS k7
  ORDER BY k5 IS NULL, k5 DESC, k6, k7
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:Measure)
  WHERE n0.effective
OPTIONAL MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective
WITH n0, CASE
  WHEN n2 IS NOT NULL THEN COUNT {
    MATCH (n2)<-[r3:PART_OF]-(x4:Measure)-[r5:OWNED_BY]->(n6:Department)
      WHERE r3.effective AND r5.effective
    RETURN DISTINCT n6
  }
  END AS k7, n0.id AS k8
  ORDER BY k7 IS NULL, k7 DESC, k8
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:Measure)
  WHERE n0.effective
WITH n0, CASE WHEN n0.code IS NOT NULL THEN n0.sortKey END AS k1, n0.id AS k2
  ORDER BY k1 IS NULL DESC, k1, k2 DESC
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY n0.satisfaction DESC, n0.id DESC
  LIMIT toInteger($p0)
RETURN [n0.code, n0.satisfaction] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY n0.satisfaction, n0.id
  LIMIT toInteger($p0)
RETURN [n0.code, n0.satisfaction] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.satisfaction AS k1, n0.id AS k2
  ORDER BY k1 IS NULL DESC, k1, k2 DESC
  LIMIT toInteger($p0)
RETURN [n0.code, n0.satisfaction] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.satisfaction AS k1, n0.id AS k2
  ORDER BY k1 IS NULL, k1 DESC, k2
  LIMIT toInteger($p0)
RETURN [n0.code, n0.satisfaction] AS answer

// {"p0":2}
MATCH (n0:Project)
  WHERE n0.effective
OPTIONAL MATCH (n0)-[r1:PROJECT_OF]->(n2:PolicyItem)
WITH n0, n2.sortKey AS k3, n0.id AS k4
  ORDER BY k3 IS NULL, k3 DESC, k4
  LIMIT toInteger($p0)
RETURN [n0.id] AS answer

// {"p0":3,"keys":[{"code":"5-1"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:PolicyItem)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  COLLECT {
    MATCH (n0)<-[r1:INDICATES]-(n2)
      WHERE r1.effective
    WITH n2, n2.unit AS k3, n2.id AS k4
      ORDER BY k3 IS NULL, k3 DESC, k4
      LIMIT toInteger($p0)
    RETURN [n2.name, n2.unit]
  },
  COLLECT {
    MATCH (n0)<-[r5:SURVEYS]-(n6)
    WITH n6
      ORDER BY n6.satisfactionRank IS NULL, n6.satisfactionRank DESC, n6.year DESC, n6.id
    RETURN [n6.satisfactionRank, n6.year]
  }
] AS answer
