// {"p0":50,"p1":50,"keys":[{"code":"5-1"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:PolicyItem)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  n0.collaborationStages,
  COLLECT {
    MATCH (n0)<-[r1:PROPOSES_FOR]-(n2)
    WITH n2
      ORDER BY n2.sortKey
    RETURN [
      n2.assessment,
      n2.currentName,
      n2.draftName,
      COLLECT {
        MATCH (n2)-[r3:PROPOSES]->(n4)
          WHERE n4.effective
        WITH n4
          ORDER BY n4.sortKey
        RETURN [n4.name]
      },
      n2.number,
      n2.roles,
      n2.treatment
    ]
  },
  COLLECT {
    MATCH (n0)<-[r5:INDICATES]-(n6)
      WHERE r5.effective
    WITH n6
      ORDER BY n6.sortKey
      LIMIT toInteger($p0)
    RETURN [
      n6.baselineText,
      n6.baselineValue,
      n6.definition,
      n6.direction,
      n6.name,
      n6.roles,
      n6.targetText,
      n6.targetValue,
      n6.targetComparator,
      n6.unit
    ]
  },
  [
    [
      COUNT {
        MATCH (n0)<-[r8:PROJECT_OF]-(n9)
          WHERE r8.effective
        RETURN n9
      }
    ],
    []
  ],
  COLLECT {
    MATCH (n0)-[r10:RELATES_TO]->(n11)
      WHERE r10.effective
    WITH n11
      ORDER BY n11.sortKey
      LIMIT toInteger($p1)
    RETURN [n11.name, n11.periodText, n11.periodStartFiscalYear, n11.periodEndFiscalYear, n11.stages]
  },
  n0.satisfaction,
  COLLECT {
    MATCH (n0)<-[r13:SURVEYS]-(n14)
    WITH n14
      ORDER BY n14.sortKey
    RETURN [
      n14.year,
      n14.importance,
      n14.importanceRank,
      n14.rankOf,
      n14.satisfaction,
      n14.satisfactionRank
    ]
  },
  COLLECT {
    MATCH (n0)<-[r15:VISION_OF]-(n16)
      WHERE r15.effective
    WITH n16
      ORDER BY n16.sortKey
    RETURN [n16.change, n16.number, n16.stages]
  }
] AS answer
