// Reform sheets that set no goal for a year of their course.
UNWIND $municipalities AS city
MATCH (n:ReformSheet)
WHERE n.municipality = city AND n.sortKey IS NOT NULL
WITH city, n, COLLECT { MATCH (g:AnnualGoal)-[:GOAL_OF]->(n) RETURN g.fiscalYear } AS set
WITH city, n, [year IN range(n.startFiscalYear, n.targetFiscalYear) WHERE NOT year IN set] AS years
WHERE size(years) > 0
RETURN n {city: city, subject: n.id, .name, .nameEn, code: n.number, years: years,
  sources: [n.sources]} AS row
ORDER BY city, n.sortKey
