// Measures of the plan that no reform sheet carries out.
UNWIND $municipalities AS city
MATCH (n:Measure)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective AND NOT n.nameOnly
  AND NOT EXISTS { (n)<-[:IMPLEMENTS]-(:ReformSheet) }
RETURN city, n.id AS subject, n.name AS name, n.nameEn AS nameEn, n.code AS code,
  [[n.sourceDocuments, n.sourceStages, n.sourceFirstLines, n.sourceLastLines]] AS sources
ORDER BY city, n.sortKey
