// What the full-text index finds that can fit a query, whether each is in force, and how much it found before that was looked at.
CALL db.index.fulltext.queryNodes('entity_search', $lucene, {limit: $limit}) YIELD node
WITH collect(node) AS found
RETURN size(found) AS looked, [n IN found
  WHERE ($municipality IS NULL OR n.municipality IS NULL OR n.municipality = $municipality)
    AND ($types IS NULL OR any(type IN labels(n) WHERE type IN $types))
    AND ($stage IS NULL OR $stage IN n.stages OR none(type IN labels(n) WHERE type IN $stagedTypes))
    AND (all(word IN $words WHERE n.searchText CONTAINS word)
      OR ($code IS NOT NULL AND n.searchText CONTAINS $code)
      OR ($minimumGrams > 0 AND ($text CONTAINS n.searchName
        OR size([gram IN $grams WHERE n.searchText CONTAINS gram]) >= $minimumGrams)))
  | [n.id, labels(n), coalesce(n['sortKey@' + $stage], n.sortKey), n.searchText, n.searchFields,
    n.effective OR none(type IN labels(n) WHERE type IN $stagedTypes)]] AS things
