// Removes nodes that the dataset no longer has, and their entries for search.
UNWIND $ids AS id
MATCH (n:Node {id: id})
DETACH DELETE n
WITH id
MATCH (entry:SearchEntry {id: id})
DELETE entry
