// Ends the announcement of a load: all of it is visible, or it has come to nothing.
MATCH (r:GraphRevision {name: 'graph'})
SET r.locked = true
REMOVE r.locked
WITH r, [id IN coalesce(r.announced, []) WHERE id <> $id] AS others
SET r.announced = CASE WHEN size(others) > 0 THEN others END,
  r.announcedUntil = CASE WHEN size(others) > 0 THEN r.announcedUntil END
