// {"keys":[{"code":"5-1"}]}
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
    MATCH (n0)<-[r1:SURVEYS]-(n2)
    WITH n2
      ORDER BY n2.year DESC, n2.id
    RETURN [n2.year]
  },
  COLLECT {
    MATCH (n0)<-[r3:VISION_OF]-(n4)
      WHERE r3.effective
    WITH n4
      ORDER BY n4.sortKey
    RETURN [n4.number]
  }
] AS answer

// {"p0":"CURRENT","p1":2}
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages
WITH n0
  ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey), n0.id
  LIMIT toInteger($p1)
RETURN [coalesce(n0['code@' + $p0], n0.code)] AS answer

// {"p0":"DRAFT","p1":2}
MATCH (n0:Department)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.name] AS answer

// {"p0":"DRAFT","p1":2}
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages
WITH n0, CASE
  WHEN coalesce(n0['code@' + $p0], n0.code) IS NOT NULL THEN coalesce(n0['sortKey@' + $p0], n0.sortKey)
  END AS k1, n0.id AS k2
  ORDER BY k1 IS NULL, k1 DESC, k2
  LIMIT toInteger($p1)
RETURN [coalesce(n0['code@' + $p0], n0.code)] AS answer

// {"p0":2}
MATCH (n0:Department)
WITH n0
  ORDER BY COUNT {
    MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure)
      WHERE r1.effective
    RETURN DISTINCT n2
  } DESC, n0.id
  LIMIT toInteger($p0)
RETURN [n0.name] AS answer

// {"p0":2}
MATCH (n0:Department)
WITH n0, n0.nameEn AS k1, n0.id AS k2
  ORDER BY k1, k2
  LIMIT toInteger($p0)
RETURN [[k1, k2], [[n0.name]]] AS answer

// {"p0":2}
MATCH (n0:Measure)
  WHERE n0.effective
OPTIONAL MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective
WITH n0
  ORDER BY n2.sortKey, n0.id
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:Measure)
  WHERE n0.effective
WITH n0
  ORDER BY CASE WHEN n0.code IS NOT NULL THEN n0.sortKey END, n0.id
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY COUNT {
    MATCH (n0)<-[r1:PART_OF]-(x2:Measure)-[r3:OWNED_BY]->(n4:Department)
      WHERE r1.effective AND r3.effective
    RETURN DISTINCT n4
  } DESC, n0.sortKey
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY n0.id DESC, n0.name, n0.id
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY n0.name, n0.id
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY n0.number DESC, n0.name DESC, n0.id
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY n0.number, n0.id
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  ORDER BY n0.sortKey DESC
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer
