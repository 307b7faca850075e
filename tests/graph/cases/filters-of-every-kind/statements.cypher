// {"p0":"6-"}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND n0.code STARTS WITH $p0
    WITH n0
      WHERE NOT EXISTS {
        MATCH (n0)<-[r1:IMPLEMENTS]-(n2:ReformSheet)
      }
    RETURN n0
  }
] AS answer

// {"p0":"ICT","p1":50}
MATCH (n0:Measure)
  WHERE n0.effective AND normalize(n0.name, NFKC) CONTAINS $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"ict","p1":50}
MATCH (n0:RelatedPlan)
  WHERE n0.effective AND toLower(normalize(n0.name, NFKC)) CONTAINS $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.name, n0.periodText, n0.periodStartFiscalYear] AS answer

// {"p0":"企画課","p1":"生涯学習課","p2":50}
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
  WHERE r1.effective AND (n2.name = $p0 OR n2.foldedName = $p0)
MATCH (n0)-[r3:OWNED_BY]->(n4:Department)
  WHERE r3.effective AND (n4.name = $p1 OR n4.foldedName = $p1)
WITH DISTINCT n0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"危機管理課","p1":0,"p2":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE NOT EXISTS {
    MATCH (n0)<-[r1:PART_OF]-(n2:Measure)
      WHERE r1.effective
    WITH n2
      WHERE NOT coalesce(
        (EXISTS {
          MATCH (n2)-[r3:OWNED_BY]->(n4:Department)
            WHERE r3.effective AND (n4.name = $p0 OR n4.foldedName = $p0)
        }),
        false
      )
    RETURN n2
  }
    AND any(total IN [
      COUNT {
        MATCH (n0)<-[r5:PART_OF]-(n6:Measure)
          WHERE r5.effective
        RETURN DISTINCT n6
      }
    ] WHERE total > $p1)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"室","p1":"図書館","p2":50}
MATCH (n0:Department)
  WHERE (normalize(n0.name, NFKC) ENDS WITH $p0 OR normalize(n0.name, NFKC) ENDS WITH $p1)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.name] AS answer

// {"p0":"電子自治体の推進","p1":["CURRENT","ADOPTED"],"p2":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
    AND $p0 IN [item IN n0.aliases | normalize(item, NFKC)]
    AND all(item IN $p1 WHERE item IN n0.stages)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code, n0.stages] AS answer

// {"p0":1000,"p1":50}
MATCH (n0:Indicator)
  WHERE n0.effective AND n0.baselineValue IS NOT NULL AND n0.targetValue >= $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [
  n0.baselineText,
  n0.baselineValue,
  n0.baselineUnit,
  n0.direction,
  n0.name,
  n0.targetText,
  n0.targetValue,
  n0.targetUnit
] AS answer

// {"p0":["A","B"],"p1":50}
MATCH (n0:ReformSheet)
WITH n0
  WHERE NOT coalesce(
    (EXISTS {
      MATCH (n0)<-[r1:EVALUATES]-(n2:Evaluation)
        WHERE n2.grade IN $p0
    }),
    false
  )
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [
  COLLECT {
    MATCH (n0)<-[r3:EVALUATES]-(n4)
    WITH n4
      ORDER BY n4.sortKey
    RETURN [n4.grade]
  },
  n0.number
] AS answer
