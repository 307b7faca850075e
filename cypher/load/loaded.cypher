// What the graph says of the dataset that it holds of a municipality.
MATCH (d:Dataset {municipality: $municipality})
WHERE d.revision IS NOT NULL
RETURN d.revision AS revision, d.origin AS origin, d.content AS content, toString(d.loadedAt) AS loadedAt
