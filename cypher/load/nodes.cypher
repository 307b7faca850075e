// Creates or replaces nodes: labels from the model, properties from the dataset. A node that was of another type loses its label.
UNWIND $rows AS row
MERGE (n:Node {id: row.id})
SET n = row.properties
REMOVE n:$([label IN labels(n) WHERE label <> 'Node' AND NOT label IN row.labels])
SET n:$(row.labels)
