// What is known of links, each given as "from TYPE to": where it was read, which stages assert it, how it is printed, and
// what its ends are called at a stage. Found from the source: of a source few links go out, to a target, such as a goal
// that all cities share, many can lead.
UNWIND $keys AS key
WITH key, split(key, ' ') AS part
MATCH (a:Node {id: part[0]})
WITH key, part, a
MATCH (a)-[r]->(b:Node)
WHERE type(r) = part[1]
WITH key, a, r, b, part WHERE b.id = part[2]
RETURN key, {
  from: [coalesce(a['name@' + $stage], a.name), a.nameEn, coalesce(a.fiscalYear, a.year, a.number)],
  to: [coalesce(b['name@' + $stage], b.name), b.nameEn, coalesce(b.fiscalYear, b.year, b.number)],
  printedAs: r.printedAs,
  stages: coalesce(r.stages, []),
  effective: r.effective,
  sources: [r.sourceDocuments, r.sourceStages, r.sourceFirstLines, r.sourceLastLines]
} AS answer
