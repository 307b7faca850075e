// {"p0":50,"p1":1,"p2":50,"p3":50,"p4":50}
MATCH (n0:LinkagePlan)
  WHERE n0.effective
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p4)
RETURN [
  COLLECT {
    MATCH (n0)<-[r1:INITIATIVE_OF]-(n2)
      WHERE n2.effective
    WITH n2
      ORDER BY n2.sortKey
      LIMIT toInteger($p3)
    RETURN [
      n2.name,
      n2.number,
      COLLECT {
        MATCH (n2)-[r3:REFERENCES]->(n4)
          WHERE r3.effective
        WITH n4, r3
          ORDER BY n4.sortKey
          LIMIT toInteger($p2)
        RETURN [
          r3.stages,
          r3.printedAs,
          [
            r3.sources,
            COLLECT {
              UNWIND range(0, size(r3.sources) - 1) AS i5
              WITH i5, split(r3.sources[i5], ' ') AS p6
              OPTIONAL MATCH (d7:Node {id: p6[0]})
              WITH i5, p6, d7
                ORDER BY i5
              RETURN [[d7.name]]
            }
          ],
          [
            n4.code,
            COLLECT {
              MATCH (n4)<-[r8:PART_OF]-(n9)
                WHERE r8.effective
              WITH n9
                ORDER BY n9.sortKey
                LIMIT toInteger($p1)
              RETURN [
                n9.code,
                COLLECT {
                  MATCH (n9)<-[r10:IMPLEMENTS]-(n11)
                  WITH n11
                    ORDER BY n11.sortKey
                    LIMIT toInteger($p0)
                  RETURN [n11.number]
                }
              ]
            }
          ]
        ]
      }
    ]
  },
  n0.name,
  n0.number,
  n0.subtitle
] AS answer
