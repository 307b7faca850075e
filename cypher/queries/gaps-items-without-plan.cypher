// Policy items that no initiative of a linkage plan references.
UNWIND $municipalities AS city
MATCH (n:PolicyItem)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective
  AND NOT EXISTS { MATCH (n)<-[r:REFERENCES]-(i:Initiative) WHERE r.effective AND i.effective }
RETURN n {city: city, subject: n.id, .name, .nameEn, .code,
  sources: [n.sources]} AS row
ORDER BY city, n.sortKey
