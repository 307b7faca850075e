// Serialises loads of one municipality: the node is written first, so a second load waits here. `others` are the
// municipalities that have the local-government code of this one.
MERGE (d:Dataset {municipality: $municipality})
SET d.loading = true
REMOVE d.loading
RETURN d.revision AS revision, d.origin AS origin, d.content AS content, d.loadedAt AS loadedAt,
  COLLECT { MATCH (m:Municipality {code: $code}) WHERE m.municipality <> $municipality RETURN m.municipality } AS others
