// {"p0":3,"p1":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY COUNT {
    MATCH (n0)<-[r1:PART_OF]-(n2:Measure)
      WHERE r1.effective
    RETURN DISTINCT n2
  } DESC, n0.id
  LIMIT toInteger($p1)
RETURN [
  n0.code,
  [
    [
      COUNT {
        MATCH (n0)<-[r3:PART_OF]-(n4)
          WHERE r3.effective
        RETURN n4
      }
    ],
    COLLECT {
      MATCH (n0)<-[r3:PART_OF]-(n4)
        WHERE r3.effective
      WITH n4
        ORDER BY n4.name DESC, n4.id
        LIMIT toInteger($p0)
      RETURN [n4.code]
    }
  ]
] AS answer

// {"p0":4}
MATCH (n0:Department)
WITH n0, n0.sortKey AS k1
  ORDER BY k1 DESC
  LIMIT toInteger($p0)
RETURN [[k1], [[n0.name]]] AS answer

// {"p0":4}
RETURN [
  COUNT {
    MATCH (n0:Department)
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Department)
WITH n0, n0.sortKey AS k1
  ORDER BY k1
  LIMIT toInteger($p0)
RETURN [[k1], [n0.name]] AS answer
