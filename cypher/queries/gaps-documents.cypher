// Which documents of each city have facts of the given edge types, and which stage each of them speaks for there. `FACT`
// stands for the edge types, as Neo4j finds edges by a type that is a parameter only by reading all of them.
UNWIND $municipalities AS city
MATCH (n:Node)-[r:FACT]->()
WHERE n.municipality = city
UNWIND r.sources AS source
WITH city, type(r) AS type, split(source, ' ') AS part
WITH DISTINCT city, type, part[0] AS id, part[3] AS stage
MATCH (d:Node {id: id})
WITH city, type, stage, d ORDER BY d.sortKey
WITH city, collect([type, stage, d.id]) AS documents
RETURN {city: city, documents: documents} AS row
