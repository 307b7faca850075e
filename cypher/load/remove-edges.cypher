// Removes edges that the dataset no longer has.
UNWIND $rows AS row
MATCH (:Node {id: row.from})-[r:$(row.type)]->(:Node {id: row.to})
DELETE r
