// What each department works on: one row per department and policy item of its measures, with the goals of the item and the reform sheets of the department.
UNWIND $municipalities AS city
MATCH (d:Department)<-[o:OWNED_BY]-(m:Measure)-[p:PART_OF]->(i:PolicyItem)
WHERE d.municipality = city AND d.sortKey IS NOT NULL AND o.effective AND m.effective AND p.effective AND i.effective
WITH city, d, i, collect(m.id) AS measures,
  collect(o.sources) AS sources
RETURN d {city: city, department: d.id, .name, .nameEn, item: i.id, measures: measures, sources: sources,
  goals: COLLECT {
    MATCH (i)-[t:TOUCHES]->(s:Sdg) WHERE t.effective WITH t, s ORDER BY s.number
    RETURN {id: s.id, number: s.number, sources: t.sources}
  },
  sheets: COLLECT { MATCH (d)<-[:LED_BY|SUPPORTED_BY]-(sheet:ReformSheet) RETURN DISTINCT sheet.id }} AS row
ORDER BY city, d.sortKey, i.sortKey
