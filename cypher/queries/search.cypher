// What the full-text index finds that can fit a query, whether each is in force, and how much it found before that was looked at.
CALL db.index.fulltext.queryNodes('search_entry_text', $lucene, {limit: $limit}) YIELD node
WITH collect(node) AS found
RETURN size(found) AS looked, COLLECT {
  UNWIND found AS entry
  WITH entry
  WHERE all(word IN $words WHERE entry.searchText CONTAINS word)
    OR ($code IS NOT NULL AND entry.searchText CONTAINS $code)
    OR ($minimumGrams > 0 AND ($text CONTAINS entry.searchName
      OR size([gram IN $grams WHERE entry.searchText CONTAINS gram]) >= $minimumGrams))
  MATCH (n:Node {id: entry.id})
  WHERE ($municipalities IS NULL OR n.municipality IS NULL OR n.municipality IN $municipalities)
    AND ($types IS NULL OR any(type IN labels(n) WHERE type IN $types))
    AND ($stage IS NULL OR $stage IN coalesce(n.shownAt, n.stages) OR none(type IN labels(n) WHERE type IN $stagedTypes))
  RETURN [n.id, labels(n), coalesce(n['sortKey@' + $stage], n.sortKey), entry.searchText, entry.searchFields,
    n.effective OR none(type IN labels(n) WHERE type IN $stagedTypes)]
} AS things
