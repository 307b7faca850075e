// {"p0":"5-","p1":false,"p2":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective AND n0.code STARTS WITH $p0
WITH n0
  WHERE NOT EXISTS {
    MATCH (n0)<-[r1:PROJECT_OF]-(n2:Project)
      WHERE r1.effective AND n2.effective = $p1
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"5-6","p1":true,"p2":50}
MATCH (n0:Measure)
  WHERE n0.code STARTS WITH $p0 AND n0.effective = $p1
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"5-6","p1":true,"p2":false}
RETURN [
  COUNT {
    MATCH (n0:Project)
      WHERE n0.effective = $p2
    MATCH (n0)-[r1:PROJECT_OF]->(n2:PolicyItem)
      WHERE n2.code = $p0 AND n2.effective = $p1
    RETURN n0
  }
] AS answer

// {"p0":"5-6"}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND n0.code STARTS WITH $p0
    RETURN n0
  }
] AS answer

// {"p0":"CURRENT","p1":false,"p2":50}
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages AND n0.effective = $p1
WITH n0
  ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey), n0.id
  LIMIT toInteger($p2)
RETURN [coalesce(n0['code@' + $p0], n0.code)] AS answer

// {"p0":"推進"}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective IS NOT NULL AND normalize(n0.name, NFKC) CONTAINS $p0
    RETURN n0
  }
] AS answer

// {"p0":false,"keys":[{"number":"1-9"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:ReformSheet)
    WHERE n0.number = key.number
  RETURN n0
    LIMIT 2
}
RETURN index, [
  [
    [
      COUNT {
        MATCH (n0)-[r1:IMPLEMENTS]->(n2:Measure)
          WHERE n2.effective = $p0
        RETURN n2
      }
    ],
    []
  ]
] AS answer

// {"p0":false,"p1":50,"p2":true,"p3":false,"keys":[{"code":"5-6"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:PolicyItem)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  COLLECT {
    MATCH (n0)<-[r1:PART_OF]-(n2:Measure)
      WHERE r1.effective AND n2.effective = $p0
    WITH n2
      ORDER BY n2.sortKey
      LIMIT toInteger($p1)
    RETURN [n2.code]
  },
  [
    [
      COUNT {
        MATCH (n0)<-[r4:PROJECT_OF]-(n5:Project)
          WHERE r4.effective AND (n5.effective <> $p2 OR n5.effective IS NULL)
        RETURN n5
      }
    ],
    []
  ],
  COLLECT {
    MATCH (n0)<-[r6:VISION_OF]-(n7:Vision)
      WHERE r6.effective AND n7.effective = $p3
    WITH n7
      ORDER BY n7.sortKey
    RETURN [n7.number]
  }
] AS answer

// {"p0":false,"p1":50}
MATCH (n0:Measure)
  WHERE n0.effective = $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code, n0.name] AS answer

// {"p0":false,"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)<-[r1:PROJECT_OF]-(n2:Project)
      WHERE n2.effective AND r1.effective = $p0
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":false,"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)<-[r1:PROJECT_OF]-(n2:Project)
      WHERE r1.effective AND n2.effective = $p0
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":false,"p1":false,"p2":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)<-[r1:PROJECT_OF]-(n2:Project)
      WHERE r1.effective = $p0 AND n2.effective = $p1
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":true}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND NOT coalesce((n0.effective = $p0), false)
    RETURN n0
  }
] AS answer

// {"p0":true}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    WITH n0
      WHERE EXISTS {
        MATCH (n0)<-[r1:PART_OF]-(x2:Measure)<-[r3:IMPLEMENTS]-(n4:ReformSheet)
          WHERE r1.effective AND n4.effective = $p0
      }
    RETURN n0
  }
] AS answer
