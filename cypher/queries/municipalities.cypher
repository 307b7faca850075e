// Which municipalities are loaded, at most so many.
MATCH (d:Dataset)
RETURN d.municipality AS municipality
ORDER BY municipality
LIMIT toInteger($limit)
