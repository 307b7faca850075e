// What the graph holds of a municipality and of the nodes that all share, to be compared with the dataset.
MATCH (n:Node)
WHERE n.municipality = $municipality OR n.id IN $shared
OPTIONAL MATCH (entry:SearchEntry {id: n.id})
RETURN elementId(n) AS element, n.id AS id, n.municipality IS NULL AS shared,
  labels(n) AS labels, properties(n) AS properties, properties(entry) AS search
