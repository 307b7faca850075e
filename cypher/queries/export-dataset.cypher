// Which dataset is loaded, of which city: what a download says of itself. Of two it would not be clear which is meant.
MATCH (d:Dataset)
WHERE d.revision IS NOT NULL AND ($municipality IS NULL OR d.municipality = $municipality)
WITH d ORDER BY d.municipality LIMIT 2
MATCH (c:Municipality {municipality: d.municipality})
RETURN d.municipality AS municipality, d.revision AS revision, d.loadedAt AS loadedAt,
       {id: c.id, name: c.name, nameEn: c.nameEn, code: c.code} AS city
ORDER BY municipality
