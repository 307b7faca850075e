// The indicators in force, in natural order.
UNWIND $municipalities AS city
MATCH (n:Indicator)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective
RETURN n.id AS id
ORDER BY city, n.sortKey, id
