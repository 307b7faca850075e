// {"p0":"6-2","p1":"TOUCHES","p2":50}
MATCH (n0:Measure)
  WHERE n0.effective AND n0.code STARTS WITH $p0
WITH n0
  WHERE EXISTS {
    MATCH (n0)-[r1:PART_OF]->(x2:PolicyItem)-[r3:TOUCHES]->(n4:Sdg)
      WHERE r1.effective
        AND r3.effective
        AND any(r5 IN [r1, r3] WHERE r5.printedAs IS NOT NULL AND type(r5) = $p1)
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"CURRENT","p1":0,"p2":50}
MATCH (n0:Sdg)
WITH n0
  WHERE any(total IN [
    COUNT {
      MATCH (n0)<-[r1:TOUCHES]-(x2:PolicyItem)<-[r3:PART_OF]-(x4:Measure)-[r5:OWNED_BY]->(n6:Department)
        WHERE r1.effective
          AND r3.effective
          AND r5.effective
          AND NOT coalesce((any(r7 IN [r1, r3, r5] WHERE $p0 IN r7.stages)), false)
      RETURN DISTINCT n6
    }
  ] WHERE total > $p1)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.number] AS answer

// {"p0":"DRAFT","p1":1,"p2":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
MATCH (n0)<-[r1:REFERENCES]-(x2:Initiative)-[r3:INITIATIVE_OF]->(n4:LinkagePlan)
  WHERE r1.effective
    AND n4.effective
    AND NOT coalesce((any(r5 IN [r1, r3] WHERE NOT coalesce(($p0 IN r5.stages), false))), false)
    AND n4.number = $p1
WITH DISTINCT n0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":false,"p1":4,"p2":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE any(total IN [
    COUNT {
      MATCH (n0)-[r1:TOUCHES]->(n2:Sdg)
        WHERE r1.effective AND false = $p0 AND NOT coalesce((false), false)
      RETURN DISTINCT n2
    }
  ] WHERE total > $p1)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":false,"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)<-[r1:PART_OF]-(x2:Measure)-[r3:OWNED_BY]->(n4:Department)
      WHERE any(r5 IN [r1, r3] WHERE r5.effective = $p0)
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":true,"p1":3,"keys":[{"number":9}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
MATCH (n0:Sdg)
  WHERE n0.number = key.number
RETURN index, [
  [
    [
      COUNT {
        MATCH (n0)<-[r1:TOUCHES]-(x2)<-[r3:PART_OF]-(n4)
          WHERE r1.effective
            AND r3.effective
            AND true = $p0
            AND any(r5 IN [r1, r3] WHERE r5.printedAs IS NOT NULL)
        WITH DISTINCT n4
        RETURN n4
      }
    ],
    COLLECT {
      MATCH (n0)<-[r1:TOUCHES]-(x2)<-[r3:PART_OF]-(n4)
        WHERE r1.effective
          AND r3.effective
          AND true = $p0
          AND any(r5 IN [r1, r3] WHERE r5.printedAs IS NOT NULL)
      WITH DISTINCT n4
      WITH n4
        ORDER BY n4.sortKey
        LIMIT toInteger($p1)
      RETURN [n4.code]
    }
  ]
] AS answer

// {"p0":true}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    WITH n0
      WHERE EXISTS {
        MATCH (n0)-[r1:TOUCHES]->(n2:Sdg)
          WHERE r1.effective AND false = $p0
      }
    RETURN n0
  }
] AS answer
