// The one node that every write changes: what has been read and kept holds for as long as it stays the same. A random
// value, as numbers would begin anew in a graph that was emptied, and mean something else there.
CREATE CONSTRAINT graph_revision_name IF NOT EXISTS FOR (r:GraphRevision) REQUIRE r.name IS UNIQUE;

// Also where loads of before this migration have left none. They cannot come after it: their programs refuse this graph.
MERGE (r:GraphRevision {name: 'graph'}) SET r.value = randomUUID();
