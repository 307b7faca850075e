// What the graph holds of a municipality and of the nodes that all share, to be compared with the dataset.
MATCH (n:Node)
WHERE n.municipality = $municipality OR n.id IN $shared
RETURN n.id AS id, n.hash AS hash, n.municipality IS NULL AS shared
