// The nodes with these ids.
UNWIND $ids AS key
MATCH (n:Node {id: key})
RETURN n.id AS id, [label IN labels(n) WHERE NOT label IN ['Node', 'Entity']][0] AS type,
       n {.*, content: null} AS properties
ORDER BY id
