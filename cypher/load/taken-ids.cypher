// Which of these ids the graph has though no node of the municipality does: of a node that somebody took away from it, or of
// an entry for search that was left behind.
UNWIND $ids AS id
WITH id
WHERE EXISTS { MATCH (:Node {id: id}) } OR EXISTS { MATCH (:SearchEntry {id: id}) }
RETURN id
