// What the loaded municipalities are called, the first of them, and how many there are.
MATCH (d:Dataset)
MATCH (m:Municipality {municipality: d.municipality})
WITH d.municipality AS key, m.code AS code, m.name AS name
ORDER BY key
WITH collect([key, code, name]) AS known
RETURN known[..toInteger($limit)] AS loaded, size(known) AS count
