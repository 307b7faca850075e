// {"p0":3,"p1":2}
RETURN {rows: COLLECT { MATCH (n0:PolicyItem) WHERE n0.effective WITH n0 ORDER BY COUNT { MATCH (n0)<-[r1:PART_OF]-(n2:Measure) WHERE r1.effective AND n2.effective RETURN DISTINCT n2 } DESC, n0.id ASC LIMIT toInteger($p1) RETURN n0{.id, .code, _2: {total: COUNT { MATCH (n0)<-[r3:PART_OF]-(n4:Measure) WHERE r3.effective AND n4.effective RETURN n4 }, rows: COLLECT { MATCH (n0)<-[r3:PART_OF]-(n4:Measure) WHERE r3.effective AND n4.effective WITH n4, r3, n4.sortKey AS k5, n4.id AS k6 ORDER BY k5 DESC, k6 ASC LIMIT toInteger($p0) RETURN {k: [k5, k6], p0: n4{.id, .code}} }}} }} AS answer

// {"p0":4}
RETURN {rows: COLLECT { MATCH (n0:Department) WITH n0, n0.sortKey AS k1, n0.id AS k2 ORDER BY k1 DESC, k2 DESC LIMIT toInteger($p0) RETURN {k: [k1, k2], p0: {c0: n0{.id, .name}}} }} AS answer

// {"p0":4}
RETURN {total: COUNT { MATCH (n0:Department) RETURN n0 }, rows: COLLECT { MATCH (n0:Department) WITH n0, n0.sortKey AS k1, n0.id AS k2 ORDER BY k1 ASC, k2 ASC LIMIT toInteger($p0) RETURN {k: [k1, k2], p0: n0{.id, .name}} }} AS answer
