// Which datasets are loaded, of which cities: what a download says of itself. Where one is meant, two are looked for, as of
// two it would not be clear which.
MATCH (d:Dataset)
WHERE d.revision IS NOT NULL AND ($municipality IS NULL OR d.municipality = $municipality)
WITH d ORDER BY d.municipality LIMIT toInteger($limit)
MATCH (c:Municipality {municipality: d.municipality})
RETURN d.municipality AS municipality, d.revision AS revision, d.loadedAt AS loadedAt,
       {id: c.id, name: c.name, nameEn: c.nameEn, code: c.code} AS city
ORDER BY municipality
