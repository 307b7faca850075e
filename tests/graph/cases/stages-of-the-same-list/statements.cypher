// {"p0":"5-6","p1":50,"p2":50}
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective AND n2.code = $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [
  n0.code,
  COLLECT {
    MATCH (n0)-[r3:OWNED_BY]->(n4)
      WHERE r3.effective
    WITH n4
      ORDER BY n4.sortKey
      LIMIT toInteger($p1)
    RETURN [n4.name]
  },
  n0.effective,
  n0.id,
  n0.name,
  n0.stages
] AS answer

// {"p0":"ADOPTED","p1":"5-6","p2":50,"p3":50}
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages) AND n2.code = $p1
WITH n0
  ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey), n0.id
  LIMIT toInteger($p3)
RETURN [
  coalesce(n0['code@' + $p0], n0.code),
  COLLECT {
    MATCH (n0)-[r3:OWNED_BY]->(n4)
      WHERE $p0 IN r3.stages
    WITH n4
      ORDER BY n4.sortKey
      LIMIT toInteger($p2)
    RETURN [n4.name]
  },
  n0.effective,
  n0.id,
  coalesce(n0['name@' + $p0], n0.name),
  n0.stages
] AS answer

// {"p0":"CURRENT","p1":"5-6","p2":50,"p3":50}
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages) AND n2.code = $p1
WITH n0
  ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey), n0.id
  LIMIT toInteger($p3)
RETURN [
  coalesce(n0['code@' + $p0], n0.code),
  COLLECT {
    MATCH (n0)-[r3:OWNED_BY]->(n4)
      WHERE $p0 IN r3.stages
    WITH n4
      ORDER BY n4.sortKey
      LIMIT toInteger($p2)
    RETURN [n4.name]
  },
  n0.effective,
  n0.id,
  coalesce(n0['name@' + $p0], n0.name),
  n0.stages
] AS answer

// {"p0":"DRAFT","p1":"5-6","p2":50,"p3":50}
MATCH (n0:Measure)
  WHERE $p0 IN n0.stages
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages) AND n2.code = $p1
WITH n0
  ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey), n0.id
  LIMIT toInteger($p3)
RETURN [
  coalesce(n0['code@' + $p0], n0.code),
  COLLECT {
    MATCH (n0)-[r3:OWNED_BY]->(n4)
      WHERE $p0 IN r3.stages
    WITH n4
      ORDER BY n4.sortKey
      LIMIT toInteger($p2)
    RETURN [n4.name]
  },
  n0.effective,
  n0.id,
  coalesce(n0['name@' + $p0], n0.name),
  n0.stages
] AS answer
