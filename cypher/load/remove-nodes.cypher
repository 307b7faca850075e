// Removes nodes that the dataset does not have, also those that have lost their ids, and their entries for search.
UNWIND $elements AS element
MATCH (n) WHERE elementId(n) = element
WITH n, n.id AS id
DETACH DELETE n
WITH id
MATCH (entry:SearchEntry {id: id})
DELETE entry
