MATCH (:Municipality {code: $code})<-[:DIVISION_OF]-(:Department)<-[owned:OWNED_BY]-(m:Measure)
WHERE owned.effective AND m.effective
WITH DISTINCT m
WHERE EXISTS {
    MATCH (m)-[part:PART_OF]->(i:PolicyItem)-[touches:TOUCHES]->(s:Sdg)
    WHERE s.number IN $sdgs AND part.effective AND i.effective AND touches.effective
  }
  AND EXISTS { MATCH (m)<-[:IMPLEMENTS]-(sheet:ReformSheet) WHERE sheet.targetFiscalYear >= $year }
WITH m ORDER BY m.sortKey
RETURN m { .id, .code, .name } AS `measures[]`
