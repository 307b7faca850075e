// The nodes that are one edge away from any of these, whichever way it leads.
UNWIND $ids AS key
MATCH (:Node {id: key})-[r]-(m:Node)
WHERE NOT type(r) IN $derived
WITH DISTINCT m.id AS id
RETURN id ORDER BY id LIMIT toInteger($limit)
