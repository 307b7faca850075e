// Which documents of which kind were read of each city.
UNWIND $municipalities AS city
MATCH (d:SourceDocument)
WHERE d.municipality = city AND d.sortKey IS NOT NULL
WITH city, d ORDER BY d.sortKey
WITH city, collect([d.documentKind, d.id]) AS documents
RETURN {city: city, documents: documents} AS row
