// The names and texts of things as they are printed, in which a match is shown.
UNWIND $keys AS key
MATCH (n:Node {id: key})
OPTIONAL MATCH (entry:SearchEntry {id: key})
RETURN key, [n.name, n['name@CURRENT'], n['name@DRAFT'], n['name@ADOPTED'], n.nameEn, n.subtitle, n.vision, n.definition,
  n.summary, n.summaryEn] + n.aliases + coalesce(n.misspellings, []) + coalesce(entry.printedNames, []) AS answer
