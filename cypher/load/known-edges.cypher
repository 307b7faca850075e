// The edges that start at a municipality's nodes, as every edge of the model does.
MATCH (from:Node)-[r]->(to:Node)
WHERE from.municipality = $municipality
RETURN from.id AS from, type(r) AS type, to.id AS to, properties(r) AS properties
