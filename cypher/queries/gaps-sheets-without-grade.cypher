// Reform sheets without a grade, and the latest fiscal year for which the city's sheets have grades.
UNWIND $municipalities AS city
OPTIONAL MATCH (e:Evaluation)
WHERE e.municipality = city AND e.sortKey IS NOT NULL
WITH city, max(e.fiscalYear) AS gradedYear
MATCH (n:ReformSheet)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND NOT EXISTS { (n)<-[:EVALUATES]-(:Evaluation) }
RETURN n {city: city, subject: n.id, .name, .nameEn, code: n.number, startYear: n.startFiscalYear, gradedYear: gradedYear,
  sources: [n.sources]} AS row
ORDER BY city, n.sortKey
