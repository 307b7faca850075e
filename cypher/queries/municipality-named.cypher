// The loaded municipalities that go by a key, an id, a code (with its check digit or without) or a name; names come last.
MATCH (d:Dataset)
MATCH (m:Municipality {municipality: d.municipality})
WITH d.municipality AS key, m, $given IN [d.municipality, m.id, m.code, left(m.code, 5)] AS byKey
WHERE byKey OR $given = normalize(m.name, NFKC) OR toLower($given) = toLower(normalize(m.nameEn, NFKC)) OR $given IN [alias IN m.aliases | normalize(alias, NFKC)]
RETURN key, byKey
ORDER BY byKey DESC, key
LIMIT 2
