// {"p0":3,"p1":"2024-04-01","p2":"2024-04-01","p3":3,"p4":"2024-04-01","p5":"2024-04-01","p6":2}
RETURN [
  COUNT {
    MATCH (n0:Department)
      WHERE NOT coalesce(((n0.validFrom > $p4 OR n0.validTo < $p5)), false)
    WITH n0
      WHERE any(total IN [
        COUNT {
          MATCH (n0)<-[r3:LED_BY]-(n4:ReformSheet)
          RETURN DISTINCT n4
        }
      ] WHERE total > $p3)
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Department)
  WHERE NOT coalesce(((n0.validFrom > $p1 OR n0.validTo < $p2)), false)
WITH n0
  WHERE any(total IN [
    COUNT {
      MATCH (n0)<-[r1:LED_BY]-(n2:ReformSheet)
      RETURN DISTINCT n2
    }
  ] WHERE total > $p0)
WITH n0
  ORDER BY n0.name, n0.id
  LIMIT toInteger($p6)
RETURN [n0.ending, n0.formation, n0.name, n0.validFrom, n0.validTo] AS answer

// {"p0":50,"p1":"2024-04-01","p2":"2024-04-01","keys":[{"name":"市民活動推進課"}]}
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
      COUNT {
        MATCH (n0)-[r1:WITHIN]->(n2)
        RETURN n2
      }
    ],
    []
  ],
  COLLECT {
    MATCH (n0)-[r3:LINEAGE]->(n4)
    WITH n4, r3
      ORDER BY n4.sortKey
      LIMIT toInteger($p0)
    RETURN [
      [r3.sources],
      [
        [
          [
            COUNT {
              MATCH (n4)<-[r8:LED_BY]-(n9)
              RETURN n9
            }
          ],
          []
        ],
        n4.name
      ]
    ]
  },
  head(COLLECT {
    MATCH (n0)-[r11:UNIT_OF]->(n12)
    RETURN [n12.name]
      LIMIT 1
  }),
  [
    [
      COUNT {
        MATCH (n0)<-[r13:SUCCEEDS]-(n14:Department)
          WHERE NOT coalesce(((n14.validFrom > $p1 OR n14.validTo < $p2)), false)
        RETURN n14
      }
    ],
    []
  ]
] AS answer
