// What the things of one type are known by, at any stage, in the given municipalities or shared by all: the properties that
// identify them, and what else they are called. `shared` is how ids of the type begin that all share, null where each city has its own.
CALL () {
  MATCH (n:Node)
  WHERE n.id STARTS WITH $shared AND n.municipality IS NULL AND $type IN labels(n)
  RETURN n
  UNION
  MATCH (n:Node)
  WHERE n.municipality IN $municipalities AND $type IN labels(n)
  RETURN n
}
RETURN n.id AS id,
  [key IN keys(n) WHERE split(key, '@')[0] IN $properties | [split(key, '@')[0], n[key]]] AS properties,
  coalesce(n.aliases, []) + coalesce(n.misspellings, []) AS otherNames
ORDER BY n.sortKey, id
