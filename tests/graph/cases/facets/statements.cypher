// {"p0":"5-","p1":"5-","p2":"5-"}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND n0.code STARTS WITH $p0
    RETURN n0
  },
  COLLECT {
    MATCH (n0:Measure)
      WHERE n0.effective AND n0.code STARTS WITH $p1
    OPTIONAL MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
      WHERE r1.effective
    WITH n2.id AS v3, n2.name AS l4, n2.nameEn AS e5, null AS k6, count(DISTINCT n0) AS c7
      ORDER BY c7 DESC, l4, v3
      LIMIT 500
    RETURN [v3, l4, e5, k6, c7]
  },
  COLLECT {
    MATCH (n0:Measure)
      WHERE n0.effective AND n0.code STARTS WITH $p2
    OPTIONAL MATCH (n0)-[r8:PART_OF]->(x9:PolicyItem)-[r10:TOUCHES]->(n11:Sdg)
      WHERE r8.effective AND r10.effective
    WITH n11.id AS v12, n11.name AS l13, n11.nameEn AS e14, toString(n11.number) AS k15, count(DISTINCT n0) AS c16
      ORDER BY c16 DESC, l13, v12
      LIMIT 500
    RETURN [v12, l13, e14, k15, c16]
  }
] AS answer

// {"p0":50,"keys":[{"name":"市民活動推進課"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Department)
    WHERE (n0.name = key.name OR n0.foldedName = key.name)
  WITH n0
    ORDER BY coalesce(n0.validTo, '9999') DESC, coalesce(n0.validFrom, '') DESC, n0.id
  WITH n0.municipality AS city, head(collect(n0)) AS n0
  RETURN n0
    LIMIT 2
}
RETURN index, [
  [
    [
      COLLECT {
        MATCH (n0)<-[r1:OWNED_BY]-(n2)
          WHERE r1.effective
        OPTIONAL MATCH (n2)-[r3:PART_OF]->(n4:PolicyItem)
          WHERE r3.effective
        WITH DISTINCT n2, n4.id AS v5, n4.name AS l6, n4.nameEn AS e7, toString(n4.code) AS k8
        RETURN [v5, l6, e7, k8]
      }
    ],
    COLLECT {
      MATCH (n0)<-[r1:OWNED_BY]-(n2)
        WHERE r1.effective
      WITH n2
        ORDER BY n2.sortKey
        LIMIT toInteger($p0)
      RETURN [n2.code]
    }
  ]
] AS answer

// {}
RETURN [
  COLLECT {
    MATCH (n0:ReformSheet)
    WITH toString(n0.targetFiscalYear) AS v1, toString(n0.targetFiscalYear) AS l2, null AS e3, null AS k4, count(DISTINCT n0) AS c5
      ORDER BY c5 DESC, l2, v1
      LIMIT 500
    RETURN [v1, l2, e3, k4, c5]
  }
] AS answer
