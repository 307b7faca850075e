// The cities, other than one, that have things of some types which the full-text index finds most like a name.
CALL db.index.fulltext.queryNodes('search_entry_text', $lucene, {limit: $limit}) YIELD node AS entry, score
MATCH (n:Node {id: entry.id})
WHERE n.municipality <> $municipality AND any(type IN labels(n) WHERE type IN $types)
WITH n.municipality AS city, max(score) AS score
RETURN city
ORDER BY score DESC, city
LIMIT toInteger($most)
