// Whole names of one city: many cities have things of the same name, such as a division 企画課, and one asks of one of them.
CREATE INDEX search_entry_name_scope IF NOT EXISTS FOR (entry:SearchEntry) ON (entry.searchName, entry.searchScope);

DROP INDEX search_entry_name IF EXISTS;
