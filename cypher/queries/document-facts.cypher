// What was read from documents: of each a list of things and links, each with its source as it is stored, and named as the
// stage of the source names them. What is said of the dataset itself is left out.
UNWIND $keys AS key
WITH key, split(key, ':')[0] AS municipality
RETURN key, COLLECT {
  MATCH (n:Node)
  WHERE n.municipality = municipality AND NOT any(label IN labels(n) WHERE label IN $left)
  UNWIND n.sources AS source
  WITH key, n, source, split(source, ' ')[3] AS stage WHERE source STARTS WITH key + ' '
  RETURN [source, [label IN labels(n) WHERE NOT label IN ['Node', 'Entity']][0], n.id,
    [coalesce(n['name@' + stage], n.name), n.nameEn, coalesce(n.fiscalYear, n.year, n.number)], n.effective]
} + COLLECT {
  MATCH (n:Node)-[r]->(m:Node)
  WHERE n.municipality = municipality AND NOT any(label IN labels(n) WHERE label IN $left)
  UNWIND r.sources AS source
  WITH key, n, r, m, source, split(source, ' ')[3] AS stage WHERE source STARTS WITH key + ' '
  RETURN [source, [label IN labels(n) WHERE NOT label IN ['Node', 'Entity']][0], n.id,
    [coalesce(n['name@' + stage], n.name), n.nameEn, coalesce(n.fiscalYear, n.year, n.number)], r.effective,
    type(r), [label IN labels(m) WHERE NOT label IN ['Node', 'Entity']][0], m.id,
    [coalesce(m['name@' + stage], m.name), m.nameEn, coalesce(m.fiscalYear, m.year, m.number)], r.printedAs]
} AS answer
