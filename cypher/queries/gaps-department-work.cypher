// What each department works on: one row per department and policy item of its measures, with the goals of the item and the reform sheets of the department.
UNWIND $municipalities AS city
MATCH (d:Department)<-[o:OWNED_BY]-(m:Measure)-[p:PART_OF]->(i:PolicyItem)
WHERE d.municipality = city AND d.sortKey IS NOT NULL AND o.effective AND m.effective AND p.effective AND i.effective
WITH city, d, i, collect(m.id) AS measures,
  collect([o.sourceDocuments, o.sourceStages, o.sourceFirstLines, o.sourceLastLines]) AS sources
RETURN city, d.id AS department, d.name AS name, d.nameEn AS nameEn, i.id AS item, measures, sources,
  COLLECT {
    MATCH (i)-[t:TOUCHES]->(s:Sdg) WHERE t.effective WITH t, s ORDER BY s.number
    RETURN [s.id, s.number, t.sourceDocuments, t.sourceStages, t.sourceFirstLines, t.sourceLastLines]
  } AS goals,
  COLLECT { MATCH (d)<-[:LED_BY|SUPPORTED_BY]-(sheet:ReformSheet) RETURN DISTINCT sheet.id } AS sheets
ORDER BY city, d.sortKey, i.sortKey
