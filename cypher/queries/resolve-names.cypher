// For each of many names, what the full-text index or a whole name finds that can be meant.
UNWIND range(0, size($queries) - 1) AS position
WITH position, $queries[position] AS query
CALL (query) {
  CALL db.index.fulltext.queryNodes('search_entry_text', query.lucene, {limit: $limit}) YIELD node AS entry
  RETURN entry
  UNION
  UNWIND $scopes AS scope
  MATCH (entry:SearchEntry {searchName: query.text, searchScope: scope})
  RETURN entry
  UNION
  MATCH (entry:SearchEntry {searchName: query.text})
  WHERE $municipalities IS NULL AND entry.searchScope IS NOT NULL
  RETURN entry LIMIT 100
}
WITH position, query, entry
WHERE all(word IN query.words WHERE entry.searchText CONTAINS word)
  OR (query.code IS NOT NULL AND entry.searchText CONTAINS query.code)
  OR (query.minimumGrams > 0 AND (query.text CONTAINS entry.searchName
    OR size([gram IN query.grams WHERE entry.searchText CONTAINS gram]) >= query.minimumGrams))
MATCH (n:Node {id: entry.id})
WHERE ($municipalities IS NULL OR n.municipality IS NULL OR n.municipality IN $municipalities)
  AND ($types IS NULL OR any(type IN labels(n) WHERE type IN $types))
  AND (none(type IN labels(n) WHERE type IN $stagedTypes)
    OR CASE WHEN $stage IS NULL THEN n.effective ELSE $stage IN coalesce(n.shownAt, n.stages) END)
RETURN position,
  collect([n.id, labels(n), coalesce(n['sortKey@' + $stage], n.sortKey), entry.searchText, entry.searchFields]) AS things
