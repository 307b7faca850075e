// The nodes that are one edge away from any of these, whichever way it leads.
UNWIND $ids AS key
MATCH (:Node {id: key})--(m:Node)
WITH DISTINCT m.id AS id
RETURN id ORDER BY id LIMIT toInteger($limit)
