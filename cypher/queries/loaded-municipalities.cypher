// Which municipalities are loaded; two are enough to see that there is more than one.
MATCH (d:Dataset)
RETURN d.municipality AS municipality
ORDER BY municipality
LIMIT 2
