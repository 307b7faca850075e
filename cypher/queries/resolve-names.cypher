// For each of many names, what the full-text index or a whole name finds that can be meant.
UNWIND range(0, size($asked) - 1) AS place
WITH place, $asked[place] AS asked
CALL (asked) {
  CALL db.index.fulltext.queryNodes('entity_search', asked.lucene, {limit: $limit}) YIELD node AS n
  RETURN n
  UNION
  MATCH (n:Entity {searchName: asked.text})
  RETURN n LIMIT 100
}
WITH place, asked, n
WHERE ($municipality IS NULL OR n.municipality IS NULL OR n.municipality = $municipality)
  AND ($types IS NULL OR any(type IN labels(n) WHERE type IN $types))
  AND (none(type IN labels(n) WHERE type IN $stagedTypes)
    OR CASE WHEN $stage IS NULL THEN n.effective ELSE $stage IN n.stages END)
  AND (all(word IN asked.words WHERE n.searchText CONTAINS word)
    OR (asked.code IS NOT NULL AND n.searchText CONTAINS asked.code)
    OR (asked.minimumGrams > 0 AND (asked.text CONTAINS n.searchName
      OR size([gram IN asked.grams WHERE n.searchText CONTAINS gram]) >= asked.minimumGrams)))
RETURN place, collect([n.id, labels(n), coalesce(n['sortKey@' + $stage], n.sortKey), n.searchText, n.searchFields]) AS things
