// {"keys":["honjo:indicator:plan-5:障害者雇用率"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
  WHEN n0:Indicator THEN [
    0,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      head(COLLECT {
        MATCH (n0)-[r1:INDICATES_PLAN]->(n2)
          WHERE CASE
            WHEN n0.effective THEN r1.effective
            ELSE n0.stages[-1] IN r1.stages
            AND n0.stages[-1] IN n2.stages
            END
        RETURN [n2.number]
          LIMIT 1
      })
    ]
  ]
  ELSE [1, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], []]
  END AS answer

// {"p0":"5-6","p1":50,"p2":50,"p3":false,"keys":["honjo:measure:5-6-3:current"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
  WHEN n0:Measure THEN [
    0,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      [
        [
          COUNT {
            MATCH (n0)-[r1:OWNED_BY]->(n2)
              WHERE CASE WHEN n0.effective THEN r1.effective ELSE n0.stages[-1] IN r1.stages END
            RETURN n2
          }
        ],
        COLLECT {
          MATCH (n0)-[r1:OWNED_BY]->(n2)
            WHERE CASE WHEN n0.effective THEN r1.effective ELSE n0.stages[-1] IN r1.stages END
          WITH n2, r1
            ORDER BY n2.sortKey
            LIMIT toInteger($p2)
          RETURN [
            r1.effective,
            r1.stages,
            [
              COLLECT {
                MATCH (n2)<-[r3:OWNED_BY]-(n4:Measure)
                  WHERE r3.effective
                MATCH (n4)-[r5:PART_OF]->(n6:PolicyItem)
                  WHERE r5.effective AND n6.code = $p0
                WITH n4
                  ORDER BY n4.sortKey
                  LIMIT toInteger($p1)
                RETURN [n4.id]
              },
              n2.name
            ]
          ]
        }
      ],
      n0.effective,
      head(COLLECT {
        MATCH (n0)-[r9:PART_OF]->(n10)
          WHERE CASE
            WHEN n0.effective THEN r9.effective
            ELSE n0.stages[-1] IN r9.stages
            AND n0.stages[-1] IN coalesce(n10.shownAt, n10.stages)
            END
        RETURN [
          n10.id,
          [
            [
              COUNT {
                MATCH (n10)<-[r11:INDICATES]-(n12:Indicator)
                  WHERE CASE
                    WHEN n10.effective THEN r11.effective
                    ELSE n10.stages[-1] IN r11.stages
                    END
                    AND n12.effective = $p3
                RETURN n12
              }
            ],
            []
          ]
        ]
          LIMIT 1
      }),
      [
        [
          COUNT {
            MATCH (n0)-[r13:PART_OF]->(x14)-[r15:TOUCHES]->(n16)
              WHERE CASE
                WHEN n0.effective THEN r13.effective
                AND r15.effective
                ELSE n0.stages[-1] IN r13.stages
                AND n0.stages[-1] IN coalesce(x14.shownAt, x14.stages)
                AND n0.stages[-1] IN r15.stages
                END
            WITH DISTINCT n16
            RETURN n16
          }
        ],
        []
      ]
    ]
  ]
  ELSE [1, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], []]
  END AS answer

// {"p0":50,"keys":["honjo:related-plan:本庄市次世代育成支援特定事業主行動計画(第3期計画)"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
  WHEN n0:RelatedPlan THEN [
    0,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      n0.effective,
      COLLECT {
        MATCH (n0)<-[r1:RELATES_TO]-(n2)
          WHERE CASE
            WHEN n0.effective THEN r1.effective
            ELSE n0.stages[-1] IN r1.stages
            AND n0.stages[-1] IN coalesce(n2.shownAt, n2.stages)
            END
        WITH n2, r1
          ORDER BY n2.sortKey
          LIMIT toInteger($p0)
        RETURN [r1.effective, r1.stages, [n2.id]]
      }
    ]
  ]
  ELSE [1, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], []]
  END AS answer

// {"p0":false,"p1":50,"p2":50}
MATCH (n0:Measure)
  WHERE n0.effective = $p0
WITH n0, n0.sortKey AS k6
  ORDER BY k6
  LIMIT toInteger($p2)
OPTIONAL MATCH (n0)-[r4:PART_OF]->(n5)
  WHERE CASE
    WHEN n0.effective THEN r4.effective
    ELSE n0.stages[-1] IN r4.stages
    AND n0.stages[-1] IN coalesce(n5.shownAt, n5.stages)
    END
WITH *
  ORDER BY k6
RETURN [
  COLLECT {
    MATCH (n0)-[r1:OWNED_BY]->(n2)
      WHERE CASE WHEN n0.effective THEN r1.effective ELSE n0.stages[-1] IN r1.stages END
    WITH n2
      ORDER BY n2.sortKey
      LIMIT toInteger($p1)
    RETURN [n2.name]
  },
  n0.id,
  CASE WHEN n5 IS NOT NULL THEN [n5.code] END
] AS answer
