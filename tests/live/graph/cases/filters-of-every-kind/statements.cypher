// {"p0":"6-","p1":50,"p2":"6-"}
RETURN {total: COUNT { MATCH (n0:Measure) WHERE n0.effective AND n0.code STARTS WITH $p2 AND NOT EXISTS { MATCH (n0)<-[r5:IMPLEMENTS]-(n6:ReformSheet) WHERE true } RETURN n0 }} AS answer

// {"p0":"ICT","p1":50}
RETURN {rows: COLLECT { MATCH (n0:Measure) WHERE n0.effective AND n0.name CONTAINS $p0 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p1) RETURN n0{.id, .code} }} AS answer

// {"p0":"ict","p1":50}
RETURN {rows: COLLECT { MATCH (n0:RelatedPlan) WHERE n0.effective AND toLower(n0.name) CONTAINS $p0 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p1) RETURN n0{.id, .name, .periodText, .periodStartFiscalYear} }} AS answer

// {"p0":"企画課","p1":"生涯学習課","p2":"企画課","p3":"生涯学習課","p4":50}
RETURN {rows: COLLECT { MATCH (n0:Measure) WHERE n0.effective AND (EXISTS { MATCH (n0)-[r5:OWNED_BY]->(n6:Department) WHERE r5.effective AND n6.name = $p2 } AND EXISTS { MATCH (n0)-[r7:OWNED_BY]->(n8:Department) WHERE r7.effective AND n8.name = $p3 }) WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p4) RETURN n0{.id, .code} }} AS answer

// {"p0":"危機管理課","p1":0,"p2":50}
RETURN {rows: COLLECT { MATCH (n0:PolicyItem) WHERE n0.effective AND NOT EXISTS { MATCH (n0)<-[r1:PART_OF]-(n2:Measure) WHERE r1.effective AND n2.effective AND NOT coalesce((EXISTS { MATCH (n2)-[r3:OWNED_BY]->(n4:Department) WHERE r3.effective AND n4.name = $p0 }), false) } AND COUNT { MATCH (n0)<-[r5:PART_OF]-(n6:Measure) WHERE r5.effective AND n6.effective RETURN DISTINCT n6 } > $p1 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p2) RETURN n0{.id, .code} }} AS answer

// {"p0":"室","p1":"図書館","p2":50}
RETURN {rows: COLLECT { MATCH (n0:Department) WHERE (n0.name ENDS WITH $p0 OR n0.name ENDS WITH $p1) WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p2) RETURN n0{.id, .name} }} AS answer

// {"p0":"電子自治体の推進","p1":["CURRENT","ADOPTED"],"p2":50}
RETURN {rows: COLLECT { MATCH (n0:PolicyItem) WHERE n0.effective AND $p0 IN n0.aliases AND all(item IN $p1 WHERE item IN n0.stages) WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p2) RETURN n0{.id, .code, .stages} }} AS answer

// {"p0":1000,"p1":50}
RETURN {rows: COLLECT { MATCH (n0:Indicator) WHERE n0.effective AND n0.baselineValue IS NOT NULL AND n0.targetValue >= $p0 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p1) RETURN n0{.id, .baselineText, .baselineValue, .baselineUnit, .direction, .name, .targetText, .targetValue, .targetUnit} }} AS answer

// {"p0":["A","B"],"p1":50}
RETURN {rows: COLLECT { MATCH (n0:ReformSheet) WHERE NOT coalesce((EXISTS { MATCH (n0)<-[r3:EVALUATES]-(n4:Evaluation) WHERE n4.grade IN $p0 }), false) WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p1) RETURN n0{.id, _1: COLLECT { MATCH (n0)<-[r1:EVALUATES]-(n2:Evaluation) WITH n2 ORDER BY n2.sortKey ASC, n2.id ASC RETURN n2{.id, .grade} }, .number} }} AS answer
