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
    WITH n2.id AS v3, n2.name AS l4, n2.nameEn AS e5, count(DISTINCT n0) AS c6
      ORDER BY c6 DESC, l4, v3
      LIMIT 500
    RETURN [v3, l4, e5, c6]
  },
  COLLECT {
    MATCH (n0:Measure)
      WHERE n0.effective AND n0.code STARTS WITH $p2
    OPTIONAL MATCH (n0)-[r7:PART_OF]->(x8:PolicyItem)-[r9:TOUCHES]->(n10:Sdg)
      WHERE r7.effective AND r9.effective
    WITH n10.id AS v11, n10.name AS l12, n10.nameEn AS e13, count(DISTINCT n0) AS c14
      ORDER BY c14 DESC, l12, v11
      LIMIT 500
    RETURN [v11, l12, e13, c14]
  }
] AS answer

// {"p0":50,"keys":[{"name":"市民活動推進課"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Department)
    WHERE n0.name = key.name
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
        WITH DISTINCT n2, n4.id AS v5, n4.name AS l6, n4.nameEn AS e7
        RETURN [v5, l6, e7]
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
    WITH toString(n0.targetFiscalYear) AS v1, toString(n0.targetFiscalYear) AS l2, null AS e3, count(DISTINCT n0) AS c4
      ORDER BY c4 DESC, l2, v1
      LIMIT 500
    RETURN [v1, l2, e3, c4]
  }
] AS answer
