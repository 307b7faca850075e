// {"p0":"DRAFT","p1":"ADOPTED","p2":50}
MATCH (n0:LinkagePlan)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)<-[r1:INITIATIVE_OF]-(x2:Initiative)-[r3:REFERENCES]->(n4:PolicyItem)
      WHERE x2.effective
        AND r3.effective
        AND NOT coalesce(($p0 IN [stage IN r3.stages]), false)
        AND $p1 IN [stage IN r3.stages]
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.number] AS answer

// {"p0":"DRAFT","p1":50,"p2":"ADOPTED","p3":"DRAFT","p4":50,"p5":2}
MATCH (n0:LinkagePlan)
  WHERE n0.effective
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p5)
RETURN [
  n0.number,
  [
    [
      COUNT {
        MATCH (n0)<-[r1:INITIATIVE_OF]-(x2)-[r3:REFERENCES]->(n4)
          WHERE x2.effective AND r3.effective
        WITH DISTINCT n4
        RETURN n4
      }
    ],
    []
  ],
  [
    [
      COUNT {
        MATCH (n0)<-[r5:INITIATIVE_OF]-(x6)-[r7:REFERENCES]->(n8)
          WHERE x6.effective AND r7.effective AND $p0 IN [stage IN r7.stages]
        WITH DISTINCT n8
        RETURN n8
      }
    ],
    COLLECT {
      MATCH (n0)<-[r5:INITIATIVE_OF]-(x6)-[r7:REFERENCES]->(n8)
        WHERE x6.effective AND r7.effective AND $p0 IN [stage IN r7.stages]
      WITH DISTINCT n8
      WITH n8
        ORDER BY n8.sortKey
        LIMIT toInteger($p1)
      RETURN [n8.code]
    }
  ],
  COLLECT {
    MATCH (n0)<-[r10:INITIATIVE_OF]-(x11)-[r12:REFERENCES]->(n13)
      WHERE x11.effective
        AND r12.effective
        AND $p2 IN [stage IN r12.stages]
        AND NOT coalesce(($p3 IN [stage IN r12.stages]), false)
    WITH DISTINCT n13
    WITH n13
      ORDER BY n13.sortKey
      LIMIT toInteger($p4)
    RETURN [n13.code]
  }
] AS answer

// {"p0":false,"p1":50,"p2":"DRAFT","p3":50,"p4":"CURRENT","p5":"CURRENT","keys":[{"code":"6-2"}]}
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
    MATCH (n0)-[r1:RELATES_TO]->(n2)
      WHERE n2.effective AND r1.effective = $p0
    WITH n2
      ORDER BY n2.sortKey
      LIMIT toInteger($p1)
    RETURN [n2.name]
  },
  COLLECT {
    MATCH (n0)-[r4:RELATES_TO]->(n5)
      WHERE r4.effective AND NOT coalesce(($p2 IN r4.stages), false)
    WITH n5
      ORDER BY n5.sortKey
      LIMIT toInteger($p3)
    RETURN [n5.name]
  },
  [
    [
      COUNT {
        MATCH (n0)-[r7:RELATES_TO]->(n8)
          WHERE r7.effective AND (r7.printedAs IS NOT NULL OR $p4 IN r7.stages)
        RETURN n8
      }
    ],
    []
  ],
  COLLECT {
    MATCH (n0)<-[r9:VISION_OF]-(n10)
      WHERE r9.effective AND $p5 IN r9.stages
    WITH n10
      ORDER BY n10.sortKey
    RETURN [n10.number]
  }
] AS answer
