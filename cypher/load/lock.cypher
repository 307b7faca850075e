// Serialises loads of one municipality: the node is written first, so a second load waits here.
MERGE (d:Dataset {municipality: $municipality})
SET d.loading = true
REMOVE d.loading
RETURN d.revision AS revision, d.origin AS origin, d.content AS content, d.loadedAt AS loadedAt
