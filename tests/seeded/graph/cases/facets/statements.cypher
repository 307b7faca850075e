// {"p0":"5-","p1":"5-","p2":"5-"}
RETURN [COUNT { MATCH (n0:Measure) WHERE n0.effective AND n0.code STARTS WITH $p0 RETURN n0 }, COLLECT { MATCH (n0:Measure) WHERE n0.effective AND n0.code STARTS WITH $p1 OPTIONAL MATCH (n0)-[r1:OWNED_BY]->(n2:Department) WHERE r1.effective WITH n2.id AS v3, n2.name AS l4, count(DISTINCT n0) AS c5 ORDER BY c5 DESC, l4, v3 LIMIT 500 RETURN [v3, l4, c5] }, COLLECT { MATCH (n0:Measure) WHERE n0.effective AND n0.code STARTS WITH $p2 OPTIONAL MATCH (n0)-[r6:PART_OF]->(x7:PolicyItem)-[r8:TOUCHES]->(n9:Sdg) WHERE r6.effective AND x7.effective AND r8.effective WITH n9.id AS v10, n9.name AS l11, count(DISTINCT n0) AS c12 ORDER BY c12 DESC, l11, v10 LIMIT 500 RETURN [v10, l11, c12] }] AS answer

// {"p0":50,"keys":[{"name":"市民活動推進課"}]}
UNWIND range(0, size($keys) - 1) AS place WITH place, $keys[place] AS key RETURN place, COLLECT { MATCH (n0:Department) WHERE n0.name = key.name WITH n0 ORDER BY n0.id LIMIT 2 RETURN [[[COLLECT { MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure) WHERE r1.effective AND n2.effective OPTIONAL MATCH (n2)-[r3:PART_OF]->(n4:PolicyItem) WHERE r3.effective AND n4.effective WITH DISTINCT n2, n4.id AS v5, n4.name AS l6 RETURN [v5, l6] }], COLLECT { MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure) WHERE r1.effective AND n2.effective WITH n2, r1 ORDER BY n2.sortKey ASC, n2.id ASC LIMIT toInteger($p0) RETURN [n2.code] }]] } AS answers

// {}
RETURN [COLLECT { MATCH (n0:ReformSheet) WITH toString(n0.targetFiscalYear) AS v1, toString(n0.targetFiscalYear) AS l2, count(DISTINCT n0) AS c3 ORDER BY c3 DESC, l2, v1 LIMIT 500 RETURN [v1, l2, c3] }] AS answer
