// Creates edges that the graph does not have, between nodes that exist. `MERGE` would look through all edges of a node to
// which many lead, such as a goal that all cities share.
UNWIND $rows AS row
MATCH (from:Node {id: row.from})
MATCH (to:Node {id: row.to})
CREATE (from)-[r:$(row.type)]->(to)
SET r = row.properties
