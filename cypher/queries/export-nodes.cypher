// A page of the nodes whose ids lie in a range, in the order of their ids.
MATCH (n:Node)
WHERE n.id > $after AND n.id < $end
WITH n ORDER BY n.id LIMIT toInteger($limit)
RETURN n.id AS id, [label IN labels(n) WHERE NOT label IN ['Node', 'Entity']][0] AS type,
       n {.*, content: null} AS properties
ORDER BY id
