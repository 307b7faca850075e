// Goals that no policy item touches, among the items whose goals are known at all.
UNWIND $municipalities AS city
MATCH (i:PolicyItem)
WHERE i.municipality = city AND i.sortKey IS NOT NULL AND i.effective
OPTIONAL MATCH (i)-[r:TOUCHES]->(touched:Sdg) WHERE r.effective
WITH city, count(DISTINCT i) AS items, collect(DISTINCT touched) AS touched,
  count(DISTINCT CASE WHEN touched IS NOT NULL THEN i END) AS known
WHERE known > 0
MATCH (n:Sdg)
WHERE NOT n IN touched
RETURN n {city: city, subject: n.id, .name, .nameEn, code: toString(n.number), items: items, known: known, sources: []} AS row
ORDER BY city, n.number
