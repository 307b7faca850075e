// The last statement of a load: from here on the graph counts as this revision.
MATCH (d:Dataset {municipality: $municipality})
SET d.revision = $revision, d.loadedAt = $loadedAt
