// What search looks in stands in a node of its own beside each named thing, with the same id, as loads write it from now on:
// nothing but search needs it, and whatever reads a thing would pass by it.
CREATE CONSTRAINT search_entry_id IF NOT EXISTS FOR (entry:SearchEntry) REQUIRE entry.id IS UNIQUE;

MATCH (n:Entity) WHERE n.searchText IS NOT NULL
CALL (n) {
  MERGE (entry:SearchEntry {id: n.id})
  SET entry.searchText = n.searchText, entry.searchFields = n.searchFields, entry.searchName = n.searchName,
    entry.searchCharacters = n.searchCharacters, entry.searchScope = n.searchScope, entry.printedNames = n.printedNames
  REMOVE n.searchText, n.searchFields, n.searchName, n.searchCharacters, n.searchScope, n.printedNames
  MERGE (revision:GraphRevision {name: 'graph'}) SET revision.value = randomUUID()
} IN TRANSACTIONS OF 1000 ROWS;

DROP INDEX entity_search IF EXISTS;
DROP INDEX entity_search_name IF EXISTS;

// The analyzer makes pairs of neighbours of Japanese writing and words of the rest; single characters and the scope of a
// search have properties of their own.
CREATE FULLTEXT INDEX search_entry_text IF NOT EXISTS FOR (entry:SearchEntry)
ON EACH [entry.searchText, entry.searchCharacters, entry.searchScope]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false } };

// Whole names, of which a column is pasted at once.
CREATE INDEX search_entry_name IF NOT EXISTS FOR (entry:SearchEntry) ON (entry.searchName);
