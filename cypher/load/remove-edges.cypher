// Removes edges that the dataset no longer has, by the database's own ids.
UNWIND $elements AS element
MATCH ()-[r]->()
WHERE elementId(r) = element
DELETE r
