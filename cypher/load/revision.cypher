// The last statement of a load: from here on the graph counts as this revision, and what was kept of another is out of date.
MATCH (d:Dataset {municipality: $municipality})
SET d.revision = $revision, d.loadedAt = $loadedAt, d.origin = $origin, d.content = $content
MERGE (l:LoadedRows {municipality: $municipality})
SET l.lines = $lines
MERGE (r:GraphRevision {name: 'graph'})
SET r.value = randomUUID()
