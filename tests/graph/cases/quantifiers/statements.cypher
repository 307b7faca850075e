// {"p0":"5-1","p1":"市民","p2":50}
MATCH (n0:Measure)
  WHERE n0.effective AND n0.code STARTS WITH $p0
WITH n0
  WHERE NOT EXISTS {
    MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
      WHERE r1.effective AND normalize(n2.name, NFKC) STARTS WITH $p1
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"5-6","p1":["市民課","企画課"],"p2":50}
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective AND n2.code = $p0
WITH n0, n2
  WHERE EXISTS {
    MATCH (n0)-[r3:OWNED_BY]->(n4:Department)
      WHERE r3.effective AND (n4.name IN $p1 OR n4.foldedName IN $p1)
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"市民","p1":50}
MATCH (n0:Department)
  WHERE normalize(n0.name, NFKC) CONTAINS $p0
WITH n0
  WHERE NOT EXISTS {
    MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure)
      WHERE r1.effective
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.name] AS answer

// {"p0":"市民課","p1":"企画課","p2":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
MATCH (n0)<-[r1:PART_OF]-(x2:Measure)-[r3:OWNED_BY]->(n4:Department)
  WHERE r1.effective AND r3.effective AND (n4.name = $p0 OR n4.foldedName = $p0)
WITH DISTINCT n0
  WHERE NOT EXISTS {
    MATCH (n0)<-[r5:PART_OF]-(x6:Measure)-[r7:OWNED_BY]->(n8:Department)
      WHERE r5.effective AND r7.effective AND (n8.name = $p1 OR n8.foldedName = $p1)
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"市民課","p1":50}
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
  WHERE r1.effective AND (n2.name = $p0 OR n2.foldedName = $p0)
WITH DISTINCT n0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"福祉","p1":50}
MATCH (n0:Measure)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
      WHERE r1.effective AND normalize(n2.name, NFKC) CONTAINS $p0
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":0,"p1":[1,2,3,4],"p2":50}
MATCH (n0:Department)
WITH n0
  WHERE any(total IN [
    COUNT {
      MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure)
        WHERE r1.effective
      RETURN DISTINCT n2
    }
  ] WHERE total <> $p0
    AND NOT total IN $p1)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.name] AS answer

// {"p0":1,"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)<-[r1:PART_OF]-(n2:Measure)
      WHERE r1.effective
  }
    AND NOT EXISTS {
      MATCH (n0)<-[r3:PART_OF]-(n4:Measure)
        WHERE r3.effective
      WITH n4
        WHERE NOT coalesce(
          (any(total IN [
            COUNT {
              MATCH (n4)-[r5:OWNED_BY]->(n6:Department)
                WHERE r5.effective
              RETURN DISTINCT n6
            }
          ] WHERE total = $p0)),
          false
        )
      RETURN n4
    }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":3,"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)<-[r1:PART_OF]-(n2:Measure)
      WHERE r1.effective
  }
    AND NOT EXISTS {
      MATCH (n0)<-[r3:PART_OF]-(n4:Measure)
        WHERE r3.effective AND NOT coalesce((n4.number <= $p0), false)
    }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":5,"p1":8,"p2":50}
MATCH (n0:Department)
WITH n0
  WHERE any(total IN [
    COUNT {
      MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure)
        WHERE r1.effective
      RETURN DISTINCT n2
    }
  ] WHERE total >= $p0
    AND total < $p1)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.name] AS answer

// {"p0":6}
RETURN [
  COUNT {
    MATCH (n0:Department)
    MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure)
      WHERE r1.effective
        AND NOT EXISTS {
          MATCH (n2)<-[r7:IMPLEMENTS]-(n8:ReformSheet)
        }
    MATCH (n2)-[r3:PART_OF]->(n4:PolicyItem)
      WHERE r3.effective
    MATCH (n4)-[r5:IN_FIELD]->(n6:PolicyField)
      WHERE n6.number = $p0
    WITH DISTINCT n0
    RETURN n0
  }
] AS answer

// {"p0":["市民課","企画課"],"p1":["市民課","企画課"],"p2":50}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
    MATCH (n0)-[r3:OWNED_BY]->(n4:Department)
      WHERE r3.effective AND (n4.name IN $p1 OR n4.foldedName IN $p1)
    WITH DISTINCT n0
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
  WHERE r1.effective AND (n2.name IN $p0 OR n2.foldedName IN $p0)
WITH DISTINCT n0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":[2,3],"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE any(total IN [
    COUNT {
      MATCH (n0)<-[r1:PART_OF]-(x2:Measure)-[r3:OWNED_BY]->(n4:Department)
        WHERE r1.effective AND r3.effective
      RETURN DISTINCT n4
    }
  ] WHERE total IN $p0)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
    WITH n0
      WHERE false
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    WITH n0
    RETURN n0
  }
] AS answer
