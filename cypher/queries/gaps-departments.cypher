// The departments that things concern, in natural order: themselves, or those that answer for them.
UNWIND $things AS id
MATCH (n:Node {id: id})
CALL (n) {
  MATCH (n) WHERE n:Department RETURN n AS d
  UNION
  MATCH (n)-[o:OWNED_BY|ITEM_OWNED_BY|LED_BY]->(d:Department) WHERE coalesce(o.effective, true) RETURN d
  UNION
  MATCH (n)<-[p:PART_OF]-(m:Measure)-[o:OWNED_BY]->(d:Department)
  WHERE n:PolicyItem AND p.effective AND m.effective AND o.effective RETURN d
  UNION
  MATCH (n)-[t:INDICATES]->(:PolicyItem)<-[p:PART_OF]-(m:Measure)-[o:OWNED_BY]->(d:Department)
  WHERE t.effective AND p.effective AND m.effective AND o.effective RETURN d
  UNION
  MATCH (n)-[t:INDICATES]->(:PolicyItem)-[o:ITEM_OWNED_BY]->(d:Department)
  WHERE t.effective AND o.effective RETURN d
  UNION
  MATCH (n)-[t:INDICATES_MEASURE]->(m:Measure)-[o:OWNED_BY]->(d:Department)
  WHERE t.effective AND m.effective AND o.effective RETURN d
  UNION
  MATCH (n)-[t:INDICATES_PROJECT]->(p:Project)-[o:RUN_BY]->(d:Department)
  WHERE t.effective AND p.effective AND o.effective RETURN d
}
WITH id, d ORDER BY d.sortKey
RETURN id, collect(d.id) AS departments
