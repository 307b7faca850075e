// Measures of the plan that no reform sheet carries out.
UNWIND $municipalities AS city
MATCH (n:Measure)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective AND NOT n.nameOnly
  AND NOT EXISTS { (n)<-[:IMPLEMENTS]-(:ReformSheet) }
RETURN n {city: city, subject: n.id, .name, .nameEn, .code,
  sources: [n.sources]} AS row
ORDER BY city, n.sortKey
