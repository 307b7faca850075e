// The edges that start at the nodes with these ids and end within the part of the graph that is taken away.
UNWIND $ids AS key
MATCH (n:Node {id: key})
RETURN n.id AS id, COLLECT {
  MATCH (n)-[r]->(m:Node)
  WHERE m.id IN $within AND NOT type(r) IN $derived
  WITH r, m ORDER BY type(r), m.id
  RETURN [type(r), m.id, properties(r)]
} AS edges
ORDER BY id
