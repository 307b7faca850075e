// Measures of the review sheets, which name the departments that answer for each, without such a department.
UNWIND $municipalities AS city
MATCH (n:Measure)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective AND NOT n.nameOnly
  AND any(stage IN n.stages WHERE stage IN ['CURRENT', 'DRAFT'])
  AND NOT EXISTS { MATCH (n)-[r:OWNED_BY]->(:Department) WHERE r.effective }
RETURN n {city: city, subject: n.id, .name, .nameEn, .code,
  sources: [n.sources]} AS row
ORDER BY city, n.sortKey
