// {"p0":"ADOPTED","keys":[{"code":"5-6-3"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Measure)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  n0.id,
  head(COLLECT {
    MATCH (n0)-[r1:PART_OF]->(n2)
      WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages)
    RETURN [coalesce(n2['name@' + $p0], n2.name)]
      LIMIT 1
  }),
  n0.stages
] AS answer

// {"p0":"CURRENT","keys":[{"code":"5-6-3"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Measure)
    WHERE $p0 IN n0.stages AND coalesce(n0['code@' + $p0], n0.code) = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.aliases, n0.id, coalesce(n0['name@' + $p0], n0.name), [n0.sources]] AS answer

// {"p0":"CURRENT","p1":"5-6","p2":"x","p3":"5-6","p4":"x","p5":50,"p6":50,"p7":50}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE $p0 IN n0.stages
        AND coalesce(n0['code@' + $p0], n0.code) STARTS WITH $p3
        AND (normalize(coalesce(n0['name@' + $p0], n0.name), NFKC) <> $p4
          OR normalize(coalesce(n0['name@' + $p0], n0.name), NFKC) IS NULL)
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages
    AND coalesce(n0['code@' + $p0], n0.code) STARTS WITH $p1
    AND (normalize(coalesce(n0['name@' + $p0], n0.name), NFKC) <> $p2
      OR normalize(coalesce(n0['name@' + $p0], n0.name), NFKC) IS NULL)
WITH n0, coalesce(n0['name@' + $p0], n0.name) AS k11, n0.id AS k12
  ORDER BY k11 DESC, k12
  LIMIT toInteger($p7)
OPTIONAL MATCH (n0)-[r4:PART_OF]->(n5)
  WHERE $p0 IN r4.stages AND $p0 IN coalesce(n5.shownAt, n5.stages)
WITH *
  ORDER BY k11 DESC, k12
RETURN [
  coalesce(n0['code@' + $p0], n0.code),
  [
    [
      COUNT {
        MATCH (n0)-[r1:OWNED_BY]->(n2)
          WHERE $p0 IN r1.stages
        RETURN n2
      }
    ],
    COLLECT {
      MATCH (n0)-[r1:OWNED_BY]->(n2)
        WHERE $p0 IN r1.stages
      WITH n2, r1
        ORDER BY n2.sortKey
        LIMIT toInteger($p5)
      RETURN [r1.stages, r1.effective, [n2.name]]
    }
  ],
  coalesce(n0['name@' + $p0], n0.name),
  coalesce(n0['number@' + $p0], n0.number),
  CASE WHEN n5 IS NOT NULL THEN [n5.code, coalesce(n5['name@' + $p0], n5.name)] END,
  COLLECT {
    MATCH (n0)-[r6:PART_OF]->(x7)-[r8:TOUCHES]->(n9)
      WHERE $p0 IN r6.stages AND $p0 IN coalesce(x7.shownAt, x7.stages) AND $p0 IN r8.stages
    WITH DISTINCT n9
    WITH n9
      ORDER BY n9.sortKey
      LIMIT toInteger($p6)
    RETURN [n9.number]
  }
] AS answer

// {"p0":"CURRENT","p1":"5-6","p2":"課","p3":50}
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages) AND n2.code = $p1
WITH n0, n2
  WHERE NOT EXISTS {
    MATCH (n0)-[r3:OWNED_BY]->(n4:Department)
      WHERE $p0 IN r3.stages AND normalize(n4.name, NFKC) CONTAINS $p2
  }
WITH n0
  ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey), n0.id
  LIMIT toInteger($p3)
RETURN [coalesce(n0['code@' + $p0], n0.code)] AS answer

// {"p0":"CURRENT","p1":"5-6-3","p2":50}
MATCH (n0:Department)
MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure)
  WHERE $p0 IN r1.stages AND $p0 IN n2.stages AND coalesce(n2['code@' + $p0], n2.code) = $p1
WITH DISTINCT n0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [
  [
    [
      COUNT {
        MATCH (n0)<-[r3:OWNED_BY]-(n4)
          WHERE $p0 IN r3.stages AND $p0 IN n4.stages
        RETURN n4
      }
    ],
    []
  ],
  n0.name
] AS answer

// {"p0":"CURRENT","p1":"推進","p2":1,"p3":50}
MATCH (n0:PolicyItem)
  WHERE $p0 IN coalesce(n0.shownAt, n0.stages)
WITH n0
  WHERE NOT EXISTS {
    MATCH (n0)<-[r1:PART_OF]-(n2:Measure)
      WHERE $p0 IN r1.stages
        AND $p0 IN n2.stages
        AND NOT coalesce((normalize(coalesce(n2['name@' + $p0], n2.name), NFKC) CONTAINS $p1), false)
  }
    AND any(total IN [
      COUNT {
        MATCH (n0)<-[r3:PART_OF]-(n4:Measure)
          WHERE $p0 IN r3.stages AND $p0 IN n4.stages
        RETURN DISTINCT n4
      }
    ] WHERE total > $p2)
WITH n0
  ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey), n0.id
  LIMIT toInteger($p3)
RETURN [n0.code] AS answer

// {"p0":"CURRENT","p1":1}
MATCH (n0:Project)
  WHERE $p0 IN n0.stages
WITH n0, coalesce(n0['sortKey@' + $p0], n0.sortKey) AS k3, n0.id AS k4
  ORDER BY k3, k4
  LIMIT toInteger($p1)
OPTIONAL MATCH (n0)-[r1:PROJECT_OF]->(n2)
WITH *
  ORDER BY k3, k4
RETURN [CASE WHEN n2 IS NOT NULL THEN [n2.code] END] AS answer

// {"p0":"CURRENT","p1":2018,"p2":2}
MATCH (n0:RelatedPlan)
  WHERE $p0 IN n0.stages
    AND CASE
    WHEN n0['periodText@' + $p0] IS NULL THEN n0.periodStartFiscalYear
    ELSE n0['periodStartFiscalYear@' + $p0]
    END >= $p1
WITH n0, CASE
  WHEN n0['periodText@' + $p0] IS NULL THEN n0.periodEndFiscalYear
  ELSE n0['periodEndFiscalYear@' + $p0]
  END AS k1, n0.id AS k2
  ORDER BY k1 IS NULL, k1 DESC, k2
  LIMIT toInteger($p2)
RETURN [
  coalesce(n0['name@' + $p0], n0.name),
  CASE WHEN n0['periodText@' + $p0] IS NULL THEN n0.periodText ELSE n0['periodText@' + $p0] END,
  CASE
    WHEN n0['periodText@' + $p0] IS NULL THEN n0.periodStartFiscalYear
    ELSE n0['periodStartFiscalYear@' + $p0]
    END
] AS answer

// {"p0":"CURRENT","p1":2}
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages
OPTIONAL MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages)
OPTIONAL MATCH (n0)-[r3:PART_OF]->(n4:PolicyItem)
  WHERE $p0 IN r3.stages AND $p0 IN coalesce(n4.shownAt, n4.stages)
WITH n0, coalesce(n2['name@' + $p0], n2.name) AS k7, CASE
  WHEN n4 IS NOT NULL THEN COUNT {
    MATCH (n4)<-[r5:PART_OF]-(n6:Measure)
      WHERE $p0 IN r5.stages AND $p0 IN n6.stages
    RETURN DISTINCT n6
  }
  END AS k8, n0.id AS k9
  ORDER BY k7 IS NULL, k7 DESC, k8, k9
  LIMIT toInteger($p1)
RETURN [coalesce(n0['code@' + $p0], n0.code)] AS answer

// {"p0":"CURRENT","p1":50,"p2":"DRAFT","keys":["honjo:policy-item:5-6"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
  WHEN n0:PolicyItem THEN [
    0,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      n0.id,
      COLLECT {
        MATCH (n0)<-[r1:PART_OF]-(n2)
          WHERE $p0 IN r1.stages AND $p0 IN n2.stages
        WITH n2
          ORDER BY coalesce(n2['sortKey@' + $p0], n2.sortKey), n2.id
          LIMIT toInteger($p1)
        RETURN [coalesce(n2['name@' + $p0], n2.name)]
      },
      coalesce(n0['name@' + $p0], n0.name),
      [
        [
          COUNT {
            MATCH (n0)<-[r5:PROJECT_OF]-(n6)
              WHERE $p2 IN r5.stages AND $p2 IN n6.stages
            RETURN n6
          }
        ],
        []
      ]
    ]
  ]
  ELSE [1, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], [n0.id]]
  END AS answer

// {"p0":"CURRENT"}
RETURN [
  COLLECT {
    MATCH (n0:Measure)
      WHERE $p0 IN n0.stages
    OPTIONAL MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
      WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages)
    WITH n2.id AS v3, coalesce(n2['name@' + $p0], n2.name) AS l4, n2.nameEn AS e5, toString(n2.code) AS k6, count(DISTINCT n0) AS c7
      ORDER BY c7 DESC, l4, v3
      LIMIT 500
    RETURN [v3, l4, e5, k6, c7]
  }
] AS answer
