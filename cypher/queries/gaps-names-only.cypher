// Measures known by name only, with the reform sheets that cite them and where.
UNWIND $municipalities AS city
MATCH (n:Measure)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective AND n.nameOnly
OPTIONAL MATCH (n)<-[r:IMPLEMENTS]-(s:ReformSheet)
WITH city, n, r, s ORDER BY s.sortKey
WITH city, n, collect(s.id) AS related, collect(s.number) AS sheets,
  collect(r.sources) AS sources
RETURN n {city: city, subject: n.id, .name, .nameEn, code: null, related: related, sheets: sheets, sources: sources} AS row
ORDER BY city, n.sortKey
