// The edges that start at a page of the nodes whose ids lie in a range.
MATCH (n:Node)
WHERE n.id > $after AND n.id < $end
WITH n ORDER BY n.id LIMIT toInteger($limit)
RETURN n.id AS id, COLLECT {
  MATCH (n)-[r]->(m:Node)
  WHERE NOT type(r) IN $derived
  WITH r, m ORDER BY type(r), m.id
  RETURN [type(r), m.id, properties(r)]
} AS edges
ORDER BY id
