// {"p0":"5-1","p1":50,"p2":2,"keys":[{"number":17}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
MATCH (n0:Sdg)
  WHERE n0.number = key.number
RETURN index, [
  COLLECT {
    MATCH (n0)<-[r1:TOUCHES]-(x2:PolicyItem)<-[r3:PART_OF]-(n4:Measure)
      WHERE r1.effective AND r3.effective
    MATCH (n4)-[r5:PART_OF]->(n6:PolicyItem)
      WHERE r5.effective AND n6.code = $p0
    WITH DISTINCT n4, n6
    WITH n4
      ORDER BY n4.sortKey
      LIMIT toInteger($p2)
    RETURN [
      [n4.code],
      head(COLLECT {
        WITH COLLECT {
          MATCH (n0)<-[r7:TOUCHES]-(x8)<-[r9:PART_OF]-(n4)
            WHERE r7.effective AND r9.effective
          WITH *
            ORDER BY x8.sortKey, x8.id
          UNWIND r7.sources + r9.sources AS s10
          RETURN DISTINCT s10
        } AS s11
        WITH {sources: s11} AS o12
        RETURN [
          o12.sources,
          COLLECT {
            UNWIND range(0, size(o12.sources) - 1) AS i13
            WITH i13, split(o12.sources[i13], ' ') AS p14
            OPTIONAL MATCH (d15:Node {id: p14[0]})
            WITH i13, p14, d15
              ORDER BY i13
            RETURN [[d15.title]]
          }
        ]
      }),
      COLLECT {
        MATCH (n0)<-[r16:TOUCHES]-(x17)<-[r18:PART_OF]-(n4)
          WHERE r16.effective AND r18.effective
        RETURN [
          [r16.stages, r16.effective, r16.printedAs, [r16.sources]],
          [r18.stages, r18.effective, r18.printedAs, [r18.sources]],
          [
            head(COLLECT {
              MATCH (x17)-[r25:IN_FIELD]->(n26)
              RETURN [n26.number]
                LIMIT 1
            }),
            x17.id,
            COLLECT {
              MATCH (x17)<-[r27:REFERENCES]-(x28)-[r29:INITIATIVE_OF]->(n30)
                WHERE r27.effective AND n30.effective
              WITH DISTINCT n30
              WITH n30
                ORDER BY n30.sortKey
                LIMIT toInteger($p1)
              RETURN [
                [n30.number],
                COLLECT {
                  MATCH (x17)<-[r31:REFERENCES]-(x32)-[r33:INITIATIVE_OF]->(n30)
                    WHERE r31.effective AND n30.effective
                  RETURN [[x32.name]]
                    ORDER BY x32.sortKey, x32.id
                }
              ]
            },
            x17.name,
            [x17.sources]
          ]
        ]
          ORDER BY x17.sortKey, x17.id
      }
    ]
  }
] AS answer

// {"p0":"CURRENT","p1":"DRAFT","p2":2,"keys":[{"number":5}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
MATCH (n0:Sdg)
  WHERE n0.number = key.number
RETURN index, [
  COLLECT {
    MATCH (n0)<-[r1:TOUCHES]-(x2)<-[r3:PART_OF]-(x4)-[r5:OWNED_BY]->(n6)
    WITH DISTINCT n6
      WHERE (EXISTS {
        MATCH (n0)<-[r7:TOUCHES]-(x8)<-[r9:PART_OF]-(x10)-[r11:OWNED_BY]->(n6)
          WHERE $p0 IN r7.stages
            AND $p0 IN coalesce(x8.shownAt, x8.stages)
            AND $p0 IN r9.stages
            AND $p0 IN x10.stages
            AND $p0 IN r11.stages
      })
        OR (EXISTS {
          MATCH (n0)<-[r12:TOUCHES]-(x13)<-[r14:PART_OF]-(x15)-[r16:OWNED_BY]->(n6)
            WHERE $p1 IN r12.stages
              AND $p1 IN coalesce(x13.shownAt, x13.stages)
              AND $p1 IN r14.stages
              AND $p1 IN x15.stages
              AND $p1 IN r16.stages
        })
    WITH n6
      ORDER BY n6.sortKey
      LIMIT toInteger($p2)
    RETURN [
      [n6.name],
      head(COLLECT {
        WITH COLLECT {
          MATCH (n0)<-[r17:TOUCHES]-(x18)<-[r19:PART_OF]-(x20)-[r21:OWNED_BY]->(n6)
            WHERE ($p0 IN r17.stages
              AND $p0 IN coalesce(x18.shownAt, x18.stages)
              AND $p0 IN r19.stages
              AND $p0 IN x20.stages
              AND $p0 IN r21.stages)
              OR ($p1 IN r17.stages
                AND $p1 IN coalesce(x18.shownAt, x18.stages)
                AND $p1 IN r19.stages
                AND $p1 IN x20.stages
                AND $p1 IN r21.stages)
          WITH *
            ORDER BY x18.sortKey, x18.id, x20.sortKey, x20.id
          UNWIND r17.sources + r19.sources + r21.sources AS s22
          RETURN DISTINCT s22
        } AS s23
        WITH {sources: s23} AS o24
        RETURN [o24.sources]
      }),
      COLLECT {
        MATCH (n0)<-[r28:TOUCHES]-(x29)<-[r30:PART_OF]-(x31)-[r32:OWNED_BY]->(n6)
          WHERE ($p0 IN r28.stages
            AND $p0 IN coalesce(x29.shownAt, x29.stages)
            AND $p0 IN r30.stages
            AND $p0 IN x31.stages
            AND $p0 IN r32.stages)
            OR ($p1 IN r28.stages
              AND $p1 IN coalesce(x29.shownAt, x29.stages)
              AND $p1 IN r30.stages
              AND $p1 IN x31.stages
              AND $p1 IN r32.stages)
        RETURN [[x29.id], [x31.id]]
          ORDER BY x29.sortKey, x29.id, x31.sortKey, x31.id
      }
    ]
  }
] AS answer

// {"p0":50,"p1":"DRAFT","p2":2,"p3":2}
MATCH (n0:Measure)
  WHERE n0.effective
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p3)
RETURN [
  [
    COLLECT {
      MATCH (n0)-[r1:OWNED_BY]->(n2)
        WHERE r1.effective
      WITH n2, r1
        ORDER BY n2.sortKey
        LIMIT toInteger($p0)
      RETURN []
    },
    COLLECT {
      MATCH (n0)-[r4:PART_OF]->(x5)-[r6:TOUCHES]->(n7)
        WHERE $p1 IN r4.stages AND $p1 IN coalesce(x5.shownAt, x5.stages) AND $p1 IN r6.stages
      WITH DISTINCT n7
      WITH n7
        ORDER BY n7.sortKey
        LIMIT toInteger($p2)
      RETURN [
        [n7.number],
        COLLECT {
          MATCH (n0)-[r8:PART_OF]->(x9)-[r10:TOUCHES]->(n7)
            WHERE $p1 IN r8.stages AND $p1 IN coalesce(x9.shownAt, x9.stages) AND $p1 IN r10.stages
          RETURN [
            [
              [
                r8.sources,
                COLLECT {
                  UNWIND range(0, size(r8.sources) - 1) AS i11
                  WITH i11, split(r8.sources[i11], ' ') AS p12
                  OPTIONAL MATCH (d13:Node {id: p12[0]})
                  WITH i11, p12, d13
                    ORDER BY i11
                  RETURN [[d13.title]]
                }
              ]
            ],
            [
              [
                r10.sources,
                COLLECT {
                  UNWIND range(0, size(r10.sources) - 1) AS i14
                  WITH i14, split(r10.sources[i14], ' ') AS p15
                  OPTIONAL MATCH (d16:Node {id: p15[0]})
                  WITH i14, p15, d16
                    ORDER BY i14
                  RETURN [[d16.title]]
                }
              ]
            ]
          ]
            ORDER BY x9.sortKey, x9.id
        }
      ]
    }
  ]
] AS answer
