// {"p0":"Citizen","p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective AND n0.nameEn CONTAINS $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code, n0.nameEn] AS answer

// {"p0":"g","p1":"a","p2":"f","p3":["c"],"p4":"e","p5":"b","p6":["d"],"p7":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
    AND toLower(n0.nameEn) CONTAINS $p0
    AND toLower(n0.nameEn) = $p1
    AND toLower(n0.nameEn) >= $p2
    AND toLower(n0.nameEn) IN $p3
    AND n0.nameEn IS NOT NULL
    AND toLower(n0.nameEn) < $p4
    AND (toLower(n0.nameEn) <> $p5 OR toLower(n0.nameEn) IS NULL)
    AND (NOT toLower(n0.nameEn) IN $p6 OR toLower(n0.nameEn) IS NULL)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p7)
RETURN [n0.code] AS answer

// {"p0":"i","p1":"k","p2":"A","p3":"g","p4":"h","p5":["C"],"p6":"e","p7":"f","p8":"b","p9":["d"],"p10":"j","p11":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
    AND n0.nameEn CONTAINS $p0
    AND n0.nameEn ENDS WITH $p1
    AND n0.nameEn = $p2
    AND n0.nameEn > $p3
    AND n0.nameEn >= $p4
    AND n0.nameEn IN $p5
    AND n0.nameEn IS NULL
    AND n0.nameEn < $p6
    AND n0.nameEn <= $p7
    AND (n0.nameEn <> $p8 OR n0.nameEn IS NULL)
    AND (NOT n0.nameEn IN $p9 OR n0.nameEn IS NULL)
    AND n0.nameEn STARTS WITH $p10
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p11)
RETURN [n0.code] AS answer

// {"p0":"j","p1":"l","p2":"k","p3":"市民協働","p4":"h","p5":"i","p6":["b","CD"],"p7":"f","p8":"g","p9":"a","p10":["e"],"p11":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
    AND n0.name CONTAINS $p0
    AND n0.name ENDS WITH $p1
    AND n0.name IS NOT NULL
    AND n0.name STARTS WITH $p2
    AND n0.name = $p3
    AND n0.name > $p4
    AND n0.name >= $p5
    AND n0.name IN $p6
    AND n0.name < $p7
    AND n0.name <= $p8
    AND (n0.name <> $p9 OR n0.name IS NULL)
    AND (NOT n0.name IN $p10 OR n0.name IS NULL)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p11)
RETURN [n0.code] AS answer

// {"p0":"sdg:17","p1":50}
MATCH (n0:Sdg)
  WHERE toLower(n0.id) = $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.number] AS answer

// {"p0":["5-1-1","5-1-2"],"p1":"6-1-1","p2":50}
MATCH (n0:Measure)
  WHERE n0.effective AND n0.code IN $p0 AND (n0.code <> $p1 OR n0.code IS NULL)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":["sdg:1","sdg:17"],"p1":"SDG:1","p2":"sdg","p3":50}
MATCH (n0:Sdg)
  WHERE n0.id IN $p0 AND (n0.id <> $p1 OR n0.id IS NULL) AND n0.id STARTS WITH $p2
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p3)
RETURN [n0.number] AS answer
