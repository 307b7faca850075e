// What people type: names, codes and texts, folded when they are loaded. The analyzer makes pairs of neighbours of
// Japanese writing and words of the rest; single characters and the scope of a search have properties of their own.
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON EACH [n.searchText, n.searchCharacters, n.searchScope]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false } };

// Whole names, of which a column is pasted at once.
CREATE INDEX entity_search_name IF NOT EXISTS FOR (n:Entity) ON (n.searchName);
