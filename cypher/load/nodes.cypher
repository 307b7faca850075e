// Creates or replaces nodes: labels from the model, properties from the dataset.
UNWIND $rows AS row
MERGE (n:Node {id: row.id})
SET n = row.properties, n:$(row.labels)
