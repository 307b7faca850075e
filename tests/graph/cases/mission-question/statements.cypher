// {"p0":"市民活動推進課","p1":17,"p2":"市民活動推進課","p3":17,"p4":50,"p5":50,"p6":50}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
    MATCH (n0)-[r7:OWNED_BY]->(n8:Department)
      WHERE r7.effective AND (n8.name = $p2 OR n8.foldedName = $p2)
    MATCH (n0)-[r9:PART_OF]->(x10:PolicyItem)-[r11:TOUCHES]->(n12:Sdg)
      WHERE r9.effective AND r11.effective AND n12.number = $p3
    WITH DISTINCT n0
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
  WHERE r1.effective AND (n2.name = $p0 OR n2.foldedName = $p0)
MATCH (n0)-[r3:PART_OF]->(x4:PolicyItem)-[r5:TOUCHES]->(n6:Sdg)
  WHERE r3.effective AND r5.effective AND n6.number = $p1
WITH DISTINCT n0
WITH n0, n0.sortKey AS k26
  ORDER BY k26
  LIMIT toInteger($p6)
OPTIONAL MATCH (n0)-[r16:PART_OF]->(n17)
  WHERE r16.effective
WITH *
  ORDER BY k26
RETURN [
  n0.code,
  COLLECT {
    MATCH (n0)-[r13:OWNED_BY]->(n14)
      WHERE r13.effective
    WITH n14
      ORDER BY n14.sortKey
      LIMIT toInteger($p4)
    RETURN [n14.name, n14.nameEn]
  },
  n0.name,
  CASE WHEN n17 IS NOT NULL THEN [n17.code, n17.name] END,
  COLLECT {
    MATCH (n0)<-[r18:IMPLEMENTS]-(n19)
    WITH n19
      ORDER BY n19.sortKey
      LIMIT toInteger($p5)
    RETURN [
      COLLECT {
        MATCH (n19)<-[r20:EVALUATES]-(n21)
        WITH n21
          ORDER BY n21.sortKey
        RETURN [n21.fiscalYear, n21.grade]
      },
      n19.name,
      n19.number
    ]
  },
  [
    n0.sources,
    COLLECT {
      UNWIND range(0, size(n0.sources) - 1) AS i23
      WITH i23, split(n0.sources[i23], ' ') AS p24
      OPTIONAL MATCH (d25:Node {id: p24[0]})
      WITH i23, p24, d25
        ORDER BY i23
      RETURN [[d25.title]]
    }
  ]
] AS answer
