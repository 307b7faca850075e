// What is known of links, each given as "from TYPE to": where it was read, which stages assert it, how it is printed, and
// what its ends are called at a stage. Found from the source: of a source few links go out, to a target, such as a goal
// that all cities share, many can lead; so the target is no node of the pattern, from which the database could begin.
UNWIND $keys AS key
WITH key, split(key, ' ') AS part
MATCH (a:Node {id: part[0]})
MATCH (a)-[r]->()
WHERE type(r) = part[1] AND endNode(r).id = part[2]
WITH key, a, r, endNode(r) AS b
RETURN key, {
  from: [coalesce(a['name@' + $stage], a.name), a.nameEn, coalesce(a.fiscalYear, a.year, a.number)],
  to: [coalesce(b['name@' + $stage], b.name), b.nameEn, coalesce(b.fiscalYear, b.year, b.number)],
  printedAs: r.printedAs,
  stages: coalesce(r.stages, []),
  effective: r.effective,
  sources: r.sources
} AS answer
