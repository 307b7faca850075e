// {"p0":"5-1","p1":"5-1","p2":"5-1","p3":3,"municipality":"honjo"}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.municipality = $municipality AND n0.effective
    MATCH (n0)-[r3:PART_OF]->(n4:PolicyItem)
      WHERE r3.effective AND n4.code = $p1
    RETURN n0
  },
  COLLECT {
    MATCH (n0:Measure)
      WHERE n0.municipality = $municipality AND n0.effective
    MATCH (n0)-[r11:PART_OF]->(n12:PolicyItem)
      WHERE r11.effective AND n12.code = $p2
    OPTIONAL MATCH (n0)-[r5:OWNED_BY]->(n6:Department)
      WHERE r5.effective
    WITH n6.id AS v7, n6.name AS l8, n6.nameEn AS e9, null AS k10, count(DISTINCT n0) AS c13
      ORDER BY c13 DESC, l8, v7
      LIMIT 500
    RETURN [v7, l8, e9, k10, c13]
  }
] AS answer
UNION ALL
MATCH (n0:Measure)
  WHERE n0.municipality = $municipality AND n0.effective
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective AND n2.code = $p0
WITH n0
  ORDER BY n0.name DESC, n0.id
  LIMIT toInteger($p3)
RETURN [n0.code] AS answer

// {"p0":"CURRENT","p1":1,"municipality":"honjo"}
MATCH (n0:Department)
  WHERE n0.municipality = $municipality
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.name] AS answer
