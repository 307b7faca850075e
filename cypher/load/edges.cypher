// Creates or replaces edges between nodes that exist.
UNWIND $rows AS row
MATCH (from:Node {id: row.from})
MATCH (to:Node {id: row.to})
MERGE (from)-[r:$(row.type)]->(to)
SET r = row.properties
