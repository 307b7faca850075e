// Creates or replaces nodes: labels from the model, properties from the dataset. A node that was of another type loses its label.
// Beside what has a name stands an entry for search: `search` is a list of it, empty where there is no name.
UNWIND $rows AS row
MERGE (n:Node {id: row.id})
SET n = row.properties
REMOVE n:$([label IN labels(n) WHERE NOT label IN row.labels])
SET n:$(row.labels)
FOREACH (search IN row.search | MERGE (entry:SearchEntry {id: row.id}) SET entry = search)
WITH row WHERE size(row.search) = 0
MATCH (entry:SearchEntry {id: row.id})
DELETE entry
