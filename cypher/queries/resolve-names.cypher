// For each of many names, what the full-text index or a whole name finds that can be meant.
UNWIND range(0, size($asked) - 1) AS place
WITH place, $asked[place] AS asked
CALL (asked) {
  CALL db.index.fulltext.queryNodes('search_entry_text', asked.lucene, {limit: $limit}) YIELD node AS entry
  RETURN entry
  UNION
  MATCH (entry:SearchEntry {searchName: asked.text})
  RETURN entry LIMIT 100
}
WITH place, asked, entry
WHERE all(word IN asked.words WHERE entry.searchText CONTAINS word)
  OR (asked.code IS NOT NULL AND entry.searchText CONTAINS asked.code)
  OR (asked.minimumGrams > 0 AND (asked.text CONTAINS entry.searchName
    OR size([gram IN asked.grams WHERE entry.searchText CONTAINS gram]) >= asked.minimumGrams))
MATCH (n:Node {id: entry.id})
WHERE ($municipality IS NULL OR n.municipality IS NULL OR n.municipality = $municipality)
  AND ($types IS NULL OR any(type IN labels(n) WHERE type IN $types))
  AND (none(type IN labels(n) WHERE type IN $stagedTypes)
    OR CASE WHEN $stage IS NULL THEN n.effective ELSE $stage IN n.stages END)
RETURN place,
  collect([n.id, labels(n), coalesce(n['sortKey@' + $stage], n.sortKey), entry.searchText, entry.searchFields]) AS things
