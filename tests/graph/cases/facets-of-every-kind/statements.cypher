// {"p0":"5-1"}
RETURN [
  COLLECT {
    MATCH (n0:Measure)
      WHERE n0.effective
    WITH n0
      WHERE EXISTS {
        MATCH (n0)-[r11:PART_OF]->(n12:PolicyItem)
          WHERE r11.effective AND n12.code STARTS WITH $p0
      }
    OPTIONAL MATCH (n0)-[r1:PART_OF]->(x2:PolicyItem)<-[r3:REFERENCES]-(x4:Initiative)-[r5:INITIATIVE_OF]->(n6:LinkagePlan)
      WHERE r1.effective AND r3.effective AND n6.effective
    WITH n6.id AS v7, n6.name AS l8, n6.nameEn AS e9, toString(n6.number) AS k10, count(DISTINCT n0) AS c13
      ORDER BY c13 DESC, l8, v7
      LIMIT 500
    RETURN [v7, l8, e9, k10, c13]
  }
] AS answer

// {"p0":"DRAFT","keys":[{"code":"5-1"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:PolicyItem)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  [
    [
      COUNT {
        MATCH (n0)<-[r1:PART_OF]-(x2)-[r3:OWNED_BY]->(n4)
          WHERE r1.effective AND r3.effective
        WITH DISTINCT n4
        RETURN n4
      },
      COLLECT {
        MATCH (n0)<-[r1:PART_OF]-(x2)-[r3:OWNED_BY]->(n4)
          WHERE r1.effective AND r3.effective
        WITH DISTINCT n4
        OPTIONAL MATCH (n4)<-[r5:OWNED_BY]-(n6:Measure)
          WHERE r5.effective
        WITH DISTINCT n4, n6.id AS v7, n6.name AS l8, n6.nameEn AS e9, toString(n6.code) AS k10
        RETURN [v7, l8, e9, k10]
      }
    ],
    []
  ],
  [
    [
      COLLECT {
        MATCH (n0)<-[r11:PART_OF]-(n12)
          WHERE $p0 IN r11.stages AND $p0 IN n12.stages
        OPTIONAL MATCH (n12)-[r13:OWNED_BY]->(n14:Department)
          WHERE $p0 IN r13.stages
        WITH DISTINCT n12, n14.id AS v15, n14.name AS l16, n14.nameEn AS e17, null AS k18
        RETURN [v15, l16, e17, k18]
      }
    ],
    []
  ]
] AS answer

// {"p0":"DRAFT"}
RETURN [
  COLLECT {
    MATCH (n0:PolicyItem)
      WHERE $p0 IN coalesce(n0.shownAt, n0.stages)
    OPTIONAL MATCH (n0)-[r1:IN_FIELD]->(n2:PolicyField)
    WITH n2.id AS v3, n2.name AS l4, n2.nameEn AS e5, toString(n2.number) AS k6, count(DISTINCT n0) AS c7
      ORDER BY c7 DESC, l4, v3
      LIMIT 500
    RETURN [v3, l4, e5, k6, c7]
  },
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE $p0 IN coalesce(n0.shownAt, n0.stages)
    RETURN n0
  }
] AS answer

// {"p0":"市民活動推進課"}
RETURN [
  COLLECT {
    MATCH (n0:Measure)
      WHERE n0.effective
    MATCH (n0)-[r7:OWNED_BY]->(n8:Department)
      WHERE r7.effective AND (n8.name = $p0 OR n8.foldedName = $p0)
    WITH DISTINCT n0
    OPTIONAL MATCH (n0)<-[r1:IMPLEMENTS]-(n2:ReformSheet)
    WITH n2.id AS v3, n2.name AS l4, n2.nameEn AS e5, toString(n2.number) AS k6, count(DISTINCT n0) AS c9
      ORDER BY c9 DESC, l4, v3
      LIMIT 500
    RETURN [v3, l4, e5, k6, c9]
  }
] AS answer

// {}
RETURN [
  COLLECT {
    MATCH (n0:Indicator)
      WHERE n0.effective
    WITH toString(n0.direction) AS v1, toString(n0.direction) AS l2, null AS e3, null AS k4, count(DISTINCT n0) AS c5
      ORDER BY c5 DESC, l2, v1
      LIMIT 500
    RETURN [v1, l2, e3, k4, c5]
  }
] AS answer
