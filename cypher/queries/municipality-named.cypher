// The loaded municipalities that go by a key, an id, a code (with its check digit or without) or a name; names come last.
MATCH (d:Dataset)
MATCH (m:Municipality {municipality: d.municipality})
WITH d.municipality AS key, m, $given IN [d.municipality, m.id, m.code, left(m.code, 5)] AS byKey
WHERE byKey OR $given = m.name OR toLower($given) = toLower(m.nameEn) OR $given IN m.aliases
RETURN key, byKey
ORDER BY byKey DESC, key
LIMIT 2
