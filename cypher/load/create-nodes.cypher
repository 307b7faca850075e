// Creates nodes whose ids the graph does not have, in groups of the same labels, and the entries for search beside them.
// `MERGE` would look each of them up again.
FOREACH (entry IN $entries | CREATE (new:SearchEntry) SET new = entry)
WITH $groups AS groups
UNWIND groups AS group
UNWIND group.nodes AS properties
CREATE (n:$(group.labels))
SET n = properties
