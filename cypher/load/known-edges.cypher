// The edges that start at a municipality's nodes, as every edge of the model does, or at nodes that are to be its own, as
// somebody may have taken one away from it.
MATCH (from:Node)-[r]->(to:Node)
WHERE from.municipality = $municipality OR from.id IN $taken
RETURN elementId(r) AS element, from.id AS from, type(r) AS type, to.id AS to, properties(r) AS properties
