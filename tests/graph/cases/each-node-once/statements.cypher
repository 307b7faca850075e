// {"p0":"市民活動推進課","p1":"市民活動推進課","p2":50}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    MATCH (n0)<-[r5:PART_OF]-(x6:Measure)-[r7:OWNED_BY]->(n8:Department)
      WHERE r5.effective AND r7.effective AND (n8.name = $p1 OR n8.foldedName = $p1)
    WITH DISTINCT n0
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:PolicyItem)
  WHERE n0.effective
MATCH (n0)<-[r1:PART_OF]-(x2:Measure)-[r3:OWNED_BY]->(n4:Department)
  WHERE r1.effective AND r3.effective AND (n4.name = $p0 OR n4.foldedName = $p0)
WITH DISTINCT n0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"市民課","p1":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
MATCH (n0)<-[r1:PART_OF]-(x2:Measure)-[r3:OWNED_BY]->(n4:Department)
  WHERE r1.effective AND r3.effective AND (n4.name = $p0 OR n4.foldedName = $p0)
WITH DISTINCT n0
WITH n0, n0.name AS k5, n0.id AS k6
  ORDER BY k5 DESC, k6
  LIMIT toInteger($p1)
RETURN [[k5, k6], [[n0.code]]] AS answer

// {"p0":50,"keys":[{"code":"5-2"}]}
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
        MATCH (n0)<-[r1:PART_OF]-(n2)
          WHERE r1.effective
        RETURN n2
      }
    ],
    COLLECT {
      MATCH (n0)<-[r1:PART_OF]-(n2)
        WHERE r1.effective
      WITH n2
        ORDER BY n2.sortKey
        LIMIT toInteger($p0)
      RETURN [n2.code]
    }
  ]
] AS answer

// {"p0":50,"p1":1,"p2":"課","p3":50,"keys":[{"code":"5-1"}]}
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
      }
    ],
    COLLECT {
      MATCH (n0)<-[r1:PART_OF]-(x2)-[r3:OWNED_BY]->(n4)
        WHERE r1.effective AND r3.effective
      WITH DISTINCT n4
      WITH n4
        ORDER BY n4.sortKey
        LIMIT toInteger($p0)
      RETURN [n4.name]
    }
  ],
  [
    [
      COUNT {
        MATCH (n0)<-[r6:REFERENCES]-(x7)-[r8:INITIATIVE_OF]->(n9)
          WHERE r6.effective AND n9.effective
        WITH DISTINCT n9
        RETURN n9
      }
    ],
    COLLECT {
      MATCH (n0)<-[r6:REFERENCES]-(x7)-[r8:INITIATIVE_OF]->(n9)
        WHERE r6.effective AND n9.effective
      WITH DISTINCT n9
      WITH n9
        ORDER BY n9.sortKey
        LIMIT toInteger($p1)
      RETURN [
        [n9.name],
        head(COLLECT {
          WITH COLLECT {
            MATCH (n0)<-[r10:REFERENCES]-(x11)-[r12:INITIATIVE_OF]->(n9)
              WHERE r10.effective AND n9.effective
            WITH *
              ORDER BY x11.sortKey, x11.id
            UNWIND r10.sources + r12.sources AS s13
            RETURN DISTINCT s13
          } AS s14
          WITH {sources: s14} AS o15
          RETURN [o15.sources]
        })
      ]
    }
  ],
  COLLECT {
    MATCH (n0)<-[r20:PART_OF]-(x21:Measure)<-[r22:IMPLEMENTS]-(n23:ReformSheet)
      WHERE r20.effective
    WITH DISTINCT n23
      WHERE EXISTS {
        MATCH (n23)-[r24:LED_BY]->(n25:Department)
          WHERE normalize(n25.name, NFKC) CONTAINS $p2
      }
    WITH n23, n23.page AS k26, n23.id AS k27
      ORDER BY k26 IS NULL, k26 DESC, k27
      LIMIT toInteger($p3)
    RETURN [n23.number]
  }
] AS answer

// {"p0":50,"p1":3,"p2":50,"keys":[{"code":"5-1-1"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Measure)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  [
    [
      COUNT {
        MATCH (n0)-[r1:PART_OF]->(x2)<-[r3:REFERENCES]-(x4)-[r5:INITIATIVE_OF]->(n6)
          WHERE r1.effective AND r3.effective AND n6.effective
        WITH DISTINCT n6
        RETURN n6
      }
    ],
    COLLECT {
      MATCH (n0)-[r1:PART_OF]->(x2)<-[r3:REFERENCES]-(x4)-[r5:INITIATIVE_OF]->(n6)
        WHERE r1.effective AND r3.effective AND n6.effective
      WITH DISTINCT n6
      WITH n6
        ORDER BY n6.sortKey
        LIMIT toInteger($p0)
      RETURN [n6.name]
    }
  ],
  COLLECT {
    MATCH (n0)-[r8:PART_OF]->(x9:PolicyItem)-[r10:TOUCHES]->(n11:Sdg)
      WHERE r8.effective AND r10.effective AND n11.number > $p1
    WITH DISTINCT n11
    WITH n11
      ORDER BY n11.sortKey
      LIMIT toInteger($p2)
    RETURN [n11.number]
  }
] AS answer

// {"p0":["5-1-1","5-1-2"],"p1":["5-1-1","5-1-2"],"p2":50}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    MATCH (n0)<-[r3:PART_OF]-(n4:Measure)
      WHERE r3.effective AND n4.code IN $p1
    WITH DISTINCT n0
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:PolicyItem)
  WHERE n0.effective
MATCH (n0)<-[r1:PART_OF]-(n2:Measure)
  WHERE r1.effective AND n2.code IN $p0
WITH DISTINCT n0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer
