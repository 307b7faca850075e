// Removes nodes that the dataset no longer has.
UNWIND $ids AS id
MATCH (n:Node {id: id})
DETACH DELETE n
