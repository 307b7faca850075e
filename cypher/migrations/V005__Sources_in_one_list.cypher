// Where a thing was read stands in one list of texts, as loads write it from now on, instead of in four beside each other:
// the fewer properties a node or an edge has, the faster any of them is read.
MATCH (n:Node) WHERE n.sourceDocuments IS NOT NULL
CALL (n) {
  SET n.sources = [place IN range(0, size(n.sourceDocuments) - 1) | n.sourceDocuments[place]
    + ' ' + toString(n.sourceFirstLines[place]) + ' ' + toString(n.sourceLastLines[place])
    + CASE n.sourceStages[place] WHEN '' THEN '' ELSE ' ' + n.sourceStages[place] END]
  REMOVE n.sourceDocuments, n.sourceStages, n.sourceFirstLines, n.sourceLastLines
  MERGE (revision:GraphRevision {name: 'graph'}) SET revision.value = randomUUID()
} IN TRANSACTIONS OF 1000 ROWS;

MATCH (:Node)-[r]->(:Node) WHERE r.sourceDocuments IS NOT NULL
CALL (r) {
  SET r.sources = [place IN range(0, size(r.sourceDocuments) - 1) | r.sourceDocuments[place]
    + ' ' + toString(r.sourceFirstLines[place]) + ' ' + toString(r.sourceLastLines[place])
    + CASE r.sourceStages[place] WHEN '' THEN '' ELSE ' ' + r.sourceStages[place] END]
  REMOVE r.sourceDocuments, r.sourceStages, r.sourceFirstLines, r.sourceLastLines
  MERGE (revision:GraphRevision {name: 'graph'}) SET revision.value = randomUUID()
} IN TRANSACTIONS OF 1000 ROWS;
