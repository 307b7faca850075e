// Measures known by name only, with the reform sheets that cite them and where.
UNWIND $municipalities AS city
MATCH (n:Measure)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective AND n.nameOnly
OPTIONAL MATCH (n)<-[r:IMPLEMENTS]-(s:ReformSheet)
WITH city, n, r, s ORDER BY s.sortKey
WITH city, n, collect(s.id) AS related, collect(s.number) AS sheets,
  collect([r.sourceDocuments, r.sourceStages, r.sourceFirstLines, r.sourceLastLines]) AS sources
RETURN city, n.id AS subject, n.name AS name, n.nameEn AS nameEn, null AS code, related, sheets, sources
ORDER BY city, n.sortKey
