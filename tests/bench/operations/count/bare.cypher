MATCH (:Municipality {code: $code})<-[:REFORM_FIELD_OF]-(:ReformField)<-[:IN_REFORM_FIELD]-(sheet:ReformSheet)
WHERE sheet.targetFiscalYear >= $year
  AND EXISTS { MATCH (sheet)-[:IMPLEMENTS]->(m:Measure) WHERE m.effective AND NOT m.nameOnly }
RETURN { totalCount: count(DISTINCT sheet) } AS reformSheets
