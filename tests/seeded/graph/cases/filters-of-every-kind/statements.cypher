// {"p0":"6-"}
RETURN [COUNT { MATCH (n0:Measure) WHERE n0.effective AND n0.code STARTS WITH $p0 WITH n0 WHERE NOT EXISTS { MATCH (n0)<-[r1:IMPLEMENTS]-(n2:ReformSheet) } RETURN n0 }] AS answer

// {"p0":50,"p1":"ICT"}
MATCH (n0:Measure) WHERE n0.effective AND n0.name CONTAINS $p1 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p0) RETURN [n0.code] AS answer

// {"p0":50,"p1":"ict"}
MATCH (n0:RelatedPlan) WHERE n0.effective AND toLower(n0.name) CONTAINS $p1 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p0) RETURN [n0.name, n0.periodText, n0.periodStartFiscalYear] AS answer

// {"p0":50,"p1":"企画課","p2":"生涯学習課"}
MATCH (n0:Measure) WHERE n0.effective MATCH (n0)-[r3:OWNED_BY]->(n4:Department) WHERE r3.effective AND n4.name = $p1 MATCH (n0)-[r5:OWNED_BY]->(n6:Department) WHERE r5.effective AND n6.name = $p2 WITH DISTINCT n0 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p0) RETURN [n0.code] AS answer

// {"p0":50,"p1":"危機管理課","p2":0}
MATCH (n0:PolicyItem) WHERE n0.effective WITH n0 WHERE NOT EXISTS { MATCH (n0)<-[r3:PART_OF]-(n4:Measure) WHERE r3.effective AND n4.effective WITH n4 WHERE NOT coalesce((EXISTS { MATCH (n4)-[r5:OWNED_BY]->(n6:Department) WHERE r5.effective AND n6.name = $p1 }), false) RETURN n4 } AND any(total IN [COUNT { MATCH (n0)<-[r7:PART_OF]-(n8:Measure) WHERE r7.effective AND n8.effective RETURN DISTINCT n8 }] WHERE total > $p2) WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p0) RETURN [n0.code] AS answer

// {"p0":50,"p1":"室","p2":"図書館"}
MATCH (n0:Department) WHERE (n0.name ENDS WITH $p1 OR n0.name ENDS WITH $p2) WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p0) RETURN [n0.name] AS answer

// {"p0":50,"p1":"電子自治体の推進","p2":["CURRENT","ADOPTED"]}
MATCH (n0:PolicyItem) WHERE n0.effective AND $p1 IN n0.aliases AND all(item IN $p2 WHERE item IN n0.stages) WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p0) RETURN [n0.code, n0.stages] AS answer

// {"p0":50,"p1":1000}
MATCH (n0:Indicator) WHERE n0.effective AND n0.baselineValue IS NOT NULL AND n0.targetValue >= $p1 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p0) RETURN [n0.baselineText, n0.baselineValue, n0.baselineUnit, n0.direction, n0.name, n0.targetText, n0.targetValue, n0.targetUnit] AS answer

// {"p0":50,"p1":["A","B"]}
MATCH (n0:ReformSheet) WITH n0 WHERE NOT coalesce((EXISTS { MATCH (n0)<-[r5:EVALUATES]-(n6:Evaluation) WHERE n6.grade IN $p1 }), false) WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p0) RETURN [COLLECT { MATCH (n0)<-[r1:EVALUATES]-(n2:Evaluation) WITH n2 ORDER BY n2.sortKey ASC, n2.id ASC RETURN [n2.grade] }, n0.number] AS answer
