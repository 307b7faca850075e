// {"p0":50,"p1":50,"p2":50,"p3":50,"keys":[{"number":"2-11"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:ReformSheet)
    WHERE n0.number = key.number
  RETURN n0
    LIMIT 2
}
RETURN index, [
  COLLECT {
    MATCH (n0)<-[r1:GOAL_OF]-(n2)
    WITH n2
      ORDER BY n2.sortKey
    RETURN [n2.comparator, n2.fiscalYear, n2.phrases, n2.text, n2.unit, n2.value]
  },
  COLLECT {
    MATCH (n0)<-[r3:EVALUATES]-(n4)
    WITH n4
      ORDER BY n4.sortKey
    RETURN [n4.fiscalYear, n4.grade]
  },
  head(COLLECT {
    MATCH (n0)-[r5:IN_REFORM_FIELD]->(n6)
    RETURN [n6.name, n6.number]
      LIMIT 1
  }),
  COLLECT {
    MATCH (n0)-[r7:LED_BY]->(n8)
    WITH n8
      ORDER BY n8.sortKey
      LIMIT toInteger($p0)
    RETURN [n8.name]
  },
  COLLECT {
    MATCH (n0)-[r10:IMPLEMENTS]->(n11)
      WHERE n11.effective
    WITH n11, n11.sortKey AS k14
      ORDER BY k14
      LIMIT toInteger($p1)
    OPTIONAL MATCH (n11)-[r12:PART_OF]->(n13)
      WHERE r12.effective
    WITH *
      ORDER BY k14
    RETURN [n11.code, n11.name, n11.nameOnly, CASE WHEN n13 IS NOT NULL THEN [n13.code] END]
  },
  n0.name,
  n0.nameEn,
  n0.number,
  n0.page,
  COLLECT {
    MATCH (n0)-[r15:TAKES_PERSPECTIVE]->(n16)
    WITH n16
      ORDER BY n16.sortKey
    RETURN [n16.name]
  },
  n0.planChanged,
  COLLECT {
    MATCH (n0)-[r17:CITES_FIELD]->(n18)
    WITH n18
      ORDER BY n18.sortKey
      LIMIT toInteger($p2)
    RETURN [n18.number]
  },
  [
    n0.sources,
    COLLECT {
      UNWIND range(0, size(n0.sources) - 1) AS i20
      WITH i20, split(n0.sources[i20], ' ') AS p21
      OPTIONAL MATCH (d22:Node {id: p21[0]})
      WITH i20, p21, d22
        ORDER BY i20
      RETURN [[d22.title], d22.content[toInteger(p21[1]) - 1..toInteger(p21[2])]]
    }
  ],
  n0.startFiscalYear,
  n0.supportOpenEnded,
  [
    [
      COUNT {
        MATCH (n0)-[r23:SUPPORTED_BY]->(n24)
        RETURN n24
      }
    ],
    COLLECT {
      MATCH (n0)-[r23:SUPPORTED_BY]->(n24)
      WITH n24
        ORDER BY n24.sortKey
        LIMIT toInteger($p3)
      RETURN [n24.name]
    }
  ],
  head(COLLECT {
    MATCH (n0)-[r26:SUPPORTED_BY_SCOPE]->(n27)
    RETURN [n27.name]
      LIMIT 1
  }),
  n0.targetFiscalYear
] AS answer
