// {"p0":1,"keys":[{"number":"2-1"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:ReformSheet)
    WHERE n0.number = key.number
  RETURN n0
    LIMIT 2
}
RETURN index, [
  head(COLLECT {
    WITH COLLECT {
      MATCH (n0)<-[r1:GOAL_OF]-(n2)
      OPTIONAL MATCH (n2)-[r3:GOAL_OF]->(n4)
      WITH *
        ORDER BY n2.sortKey
      RETURN [[n2.fiscalYear, n4.id], n4]
    } AS l8
    RETURN [
      [e9 IN l8 | e9[0]],
      COLLECT {
        UNWIND l8 AS e9
        WITH DISTINCT e9[1] AS n4
          WHERE n4 IS NOT NULL
        RETURN [
          n4.id,
          [
            COLLECT {
              MATCH (n4)-[r5:LED_BY]->(n6)
              WITH n6
                ORDER BY n6.sortKey
                LIMIT toInteger($p0)
              RETURN [n6.name]
            },
            n4.number
          ]
        ]
      }
    ]
  })
] AS answer

// {"p0":50,"p1":2,"p2":5,"keys":[{"name":"市民活動推進課"}]}
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
  head(COLLECT {
    WITH COLLECT {
      MATCH (n0)<-[r1:OWNED_BY]-(n2)
        WHERE r1.effective
      WITH n2, r1, n2.sortKey AS k17
        ORDER BY k17
        LIMIT toInteger($p2)
      OPTIONAL MATCH (n2)-[r3:PART_OF]->(n4)
        WHERE r3.effective
      OPTIONAL MATCH (n2)-[r8:PART_OF]->(n9)
        WHERE r8.effective
      OPTIONAL MATCH (n2)-[r15:PART_OF]->(n16)
        WHERE r15.effective
      WITH *
        ORDER BY k17
      RETURN [[[k17], [[n2.code, n4.id, n9.id, CASE WHEN n16 IS NOT NULL THEN [n16.code] END]]], n4, n9]
    } AS l18
    RETURN [
      [e19 IN l18 | e19[0]],
      COLLECT {
        UNWIND l18 AS e19
        WITH DISTINCT e19[1] AS n4
          WHERE n4 IS NOT NULL
        RETURN [
          n4.id,
          [
            n4.code,
            COLLECT {
              MATCH (n4)-[r5:TOUCHES]->(n6)
                WHERE r5.effective
              WITH n6
                ORDER BY n6.sortKey
                LIMIT toInteger($p0)
              RETURN [n6.number]
            }
          ]
        ]
      },
      COLLECT {
        UNWIND l18 AS e19
        WITH DISTINCT e19[2] AS n9
          WHERE n9 IS NOT NULL
        OPTIONAL MATCH (n9)-[r10:IN_FIELD]->(n11)
        RETURN [
          n9.id,
          [
            CASE
              WHEN n11 IS NOT NULL THEN [
                n11.name,
                COLLECT {
                  MATCH (n11)<-[r12:IN_FIELD]-(n13)
                    WHERE n13.effective
                  WITH n13
                    ORDER BY n13.sortKey
                    LIMIT toInteger($p1)
                  RETURN [n13.code]
                }
              ]
              END
          ]
        ]
      }
    ]
  })
] AS answer
