// What things are called at a stage, in Japanese and English, and the number of those that have no name.
UNWIND $keys AS key
MATCH (n:Node {id: key})
RETURN key, [coalesce(n['name@' + $stage], n.name), n.nameEn, coalesce(n.fiscalYear, n.year, n.number)] AS answer
