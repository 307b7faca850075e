// What cities call the levels of their plans: the stored properties of each.
MATCH (n:Municipality)
WHERE n.municipality IN $municipalities
RETURN n.municipality AS municipality, [key IN keys(n) WHERE key IN $properties | [key, n[key]]] AS names
ORDER BY municipality
