// The edges that a municipality's nodes have; every edge of the model starts or ends at one.
MATCH (from:Node)-[r]->(to:Node)
WHERE from.municipality = $municipality
RETURN from.id AS from, type(r) AS type, to.id AS to, r.hash AS hash
