// Says that a load is about to commit, so that readers look whether they have seen it in part. An announcement that is not
// withdrawn, as its load was killed, expires. The first write locks the node: two loads do not overwrite each other.
MERGE (r:GraphRevision {name: 'graph'})
SET r.locked = true
REMOVE r.locked
WITH r, CASE WHEN r.announcedUntil > datetime() THEN r.announced ELSE [] END AS others
SET r.announced = [id IN others WHERE id <> $id] + $id, r.announcedUntil = datetime() + duration({minutes: 1})
RETURN EXISTS { MATCH (d:Dataset) WHERE d.revision IS NOT NULL } AS served
