// {"p0":"ADOPTED","p1":50,"p2":50,"p3":"5-6"}
MATCH (n0:Measure) WHERE $p0 IN n0.stages MATCH (n0)-[r7:PART_OF]->(n8:PolicyItem) WHERE $p0 IN r7.stages AND $p0 IN n8.stages AND n8.code = $p3 WITH n0 ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey) ASC, n0.id ASC LIMIT toInteger($p2) RETURN [coalesce(n0['code@' + $p0], n0.code), COLLECT { MATCH (n0)-[r1:OWNED_BY]->(n2:Department) WHERE $p0 IN r1.stages WITH n2, r1 ORDER BY n2.sortKey ASC, n2.id ASC LIMIT toInteger($p1) RETURN [n2.name] }, n0.effective, n0.id, coalesce(n0['name@' + $p0], n0.name), n0.stages] AS answer

// {"p0":"CURRENT","p1":50,"p2":50,"p3":"5-6"}
MATCH (n0:Measure) WHERE $p0 IN n0.stages MATCH (n0)-[r7:PART_OF]->(n8:PolicyItem) WHERE $p0 IN r7.stages AND $p0 IN n8.stages AND n8.code = $p3 WITH n0 ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey) ASC, n0.id ASC LIMIT toInteger($p2) RETURN [coalesce(n0['code@' + $p0], n0.code), COLLECT { MATCH (n0)-[r1:OWNED_BY]->(n2:Department) WHERE $p0 IN r1.stages WITH n2, r1 ORDER BY n2.sortKey ASC, n2.id ASC LIMIT toInteger($p1) RETURN [n2.name] }, n0.effective, n0.id, coalesce(n0['name@' + $p0], n0.name), n0.stages] AS answer

// {"p0":"DRAFT","p1":50,"p2":50,"p3":"5-6"}
MATCH (n0:Measure) WHERE $p0 IN n0.stages MATCH (n0)-[r7:PART_OF]->(n8:PolicyItem) WHERE $p0 IN r7.stages AND $p0 IN n8.stages AND n8.code = $p3 WITH n0 ORDER BY coalesce(n0['sortKey@' + $p0], n0.sortKey) ASC, n0.id ASC LIMIT toInteger($p2) RETURN [coalesce(n0['code@' + $p0], n0.code), COLLECT { MATCH (n0)-[r1:OWNED_BY]->(n2:Department) WHERE $p0 IN r1.stages WITH n2, r1 ORDER BY n2.sortKey ASC, n2.id ASC LIMIT toInteger($p1) RETURN [n2.name] }, n0.effective, n0.id, coalesce(n0['name@' + $p0], n0.name), n0.stages] AS answer

// {"p0":50,"p1":50,"p2":"5-6"}
MATCH (n0:Measure) WHERE n0.effective MATCH (n0)-[r7:PART_OF]->(n8:PolicyItem) WHERE r7.effective AND n8.effective AND n8.code = $p2 WITH n0 ORDER BY n0.sortKey ASC, n0.id ASC LIMIT toInteger($p1) RETURN [n0.code, COLLECT { MATCH (n0)-[r1:OWNED_BY]->(n2:Department) WHERE r1.effective WITH n2, r1 ORDER BY n2.sortKey ASC, n2.id ASC LIMIT toInteger($p0) RETURN [n2.name] }, n0.effective, n0.id, n0.name, n0.stages] AS answer
