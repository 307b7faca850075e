// The cities, other than one, that have things of some types which the full-text index finds most like a name. All that
// this one has can be among what is found, and is looked at beside the limit: else a large city would leave no room for others.
MATCH (own:Node {municipality: $municipality})
WITH count(own) AS own
CALL db.index.fulltext.queryNodes('search_entry_text', $lucene, {limit: $limit + own}) YIELD node AS entry, score
WHERE entry.searchScope <> $municipality
MATCH (n:Node {id: entry.id})
WHERE n.municipality IS NOT NULL AND any(type IN labels(n) WHERE type IN $types)
WITH n.municipality AS city, max(score) AS score
RETURN city
ORDER BY score DESC, city
LIMIT toInteger($most)
