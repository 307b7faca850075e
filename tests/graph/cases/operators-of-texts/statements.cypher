// {"p0":"Citizen","p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective AND normalize(n0.nameEn, NFKC) CONTAINS $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code, n0.nameEn] AS answer

// {"p0":"g","p1":"a","p2":"f","p3":["c"],"p4":"e","p5":"b","p6":["d"],"p7":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
    AND toLower(normalize(n0.nameEn, NFKC)) CONTAINS $p0
    AND toLower(normalize(n0.nameEn, NFKC)) = $p1
    AND toLower(normalize(n0.nameEn, NFKC)) >= $p2
    AND toLower(normalize(n0.nameEn, NFKC)) IN $p3
    AND n0.nameEn IS NOT NULL
    AND toLower(normalize(n0.nameEn, NFKC)) < $p4
    AND (toLower(normalize(n0.nameEn, NFKC)) <> $p5 OR toLower(normalize(n0.nameEn, NFKC)) IS NULL)
    AND (NOT toLower(normalize(n0.nameEn, NFKC)) IN $p6 OR toLower(normalize(n0.nameEn, NFKC)) IS NULL)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p7)
RETURN [n0.code] AS answer

// {"p0":"i","p1":"k","p2":"A","p3":"g","p4":"h","p5":["C"],"p6":"e","p7":"f","p8":"b","p9":["d"],"p10":"j","p11":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
    AND normalize(n0.nameEn, NFKC) CONTAINS $p0
    AND normalize(n0.nameEn, NFKC) ENDS WITH $p1
    AND normalize(n0.nameEn, NFKC) = $p2
    AND normalize(n0.nameEn, NFKC) > $p3
    AND normalize(n0.nameEn, NFKC) >= $p4
    AND normalize(n0.nameEn, NFKC) IN $p5
    AND n0.nameEn IS NULL
    AND normalize(n0.nameEn, NFKC) < $p6
    AND normalize(n0.nameEn, NFKC) <= $p7
    AND (normalize(n0.nameEn, NFKC) <> $p8 OR normalize(n0.nameEn, NFKC) IS NULL)
    AND (NOT normalize(n0.nameEn, NFKC) IN $p9 OR normalize(n0.nameEn, NFKC) IS NULL)
    AND normalize(n0.nameEn, NFKC) STARTS WITH $p10
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p11)
RETURN [n0.code] AS answer

// {"p0":"j","p1":"l","p2":"k","p3":"市民協働","p4":"h","p5":"i","p6":["b","CD"],"p7":"f","p8":"g","p9":"a","p10":["e"],"p11":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
    AND normalize(n0.name, NFKC) CONTAINS $p0
    AND normalize(n0.name, NFKC) ENDS WITH $p1
    AND n0.name IS NOT NULL
    AND normalize(n0.name, NFKC) STARTS WITH $p2
    AND normalize(n0.name, NFKC) = $p3
    AND normalize(n0.name, NFKC) > $p4
    AND normalize(n0.name, NFKC) >= $p5
    AND normalize(n0.name, NFKC) IN $p6
    AND normalize(n0.name, NFKC) < $p7
    AND normalize(n0.name, NFKC) <= $p8
    AND (normalize(n0.name, NFKC) <> $p9 OR normalize(n0.name, NFKC) IS NULL)
    AND (NOT normalize(n0.name, NFKC) IN $p10 OR normalize(n0.name, NFKC) IS NULL)
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
