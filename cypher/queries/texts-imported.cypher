// Whether the text of the documents was imported, of the municipality to which a thing belongs.
UNWIND $keys AS key
MATCH (n:Node {id: key})
RETURN key, EXISTS {
  MATCH (d:SourceDocument) WHERE d.municipality = n.municipality AND d.content IS NOT NULL
} AS answer
