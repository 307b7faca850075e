// What each department works on: one row per department and policy item of the measures for which it answers or that it
// supports, or for which it answers as a whole, with the goals of the item and the reform sheets of the department. Who
// answers for an item shares it, and all of its measures.
UNWIND $municipalities AS city
MATCH (d:Department)
WHERE d.municipality = city AND d.sortKey IS NOT NULL
CALL (d) {
  MATCH (d)<-[o:OWNED_BY|MEASURE_SUPPORTED_BY]-(m:Measure)-[p:PART_OF]->(i:PolicyItem)
  WHERE o.effective AND m.effective AND p.effective AND i.effective
  RETURN i, m.id AS shareable, o.sources AS sources
  UNION ALL
  MATCH (d)<-[o:ITEM_OWNED_BY]-(i:PolicyItem)
  WHERE o.effective AND i.effective
  UNWIND [i.id] + COLLECT { MATCH (i)<-[p:PART_OF]-(m:Measure) WHERE p.effective AND m.effective RETURN m.id } AS shareable
  RETURN i, shareable, o.sources AS sources
}
WITH city, d, i, collect(DISTINCT shareable) AS shareable, collect(DISTINCT sources) AS sources
RETURN d {city: city, department: d.id, .name, .nameEn, item: i.id, shareable: shareable, sources: sources,
  goals: COLLECT {
    MATCH (i)-[t:TOUCHES]->(s:Sdg) WHERE t.effective WITH t, s ORDER BY s.number
    RETURN {id: s.id, number: s.number, sources: t.sources}
  },
  sheets: COLLECT { MATCH (d)<-[:LED_BY|SUPPORTED_BY]-(sheet:ReformSheet) RETURN DISTINCT sheet.id }} AS row
ORDER BY city, d.sortKey, i.sortKey
