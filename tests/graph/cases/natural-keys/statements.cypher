// {"keys":[{"code":"112119"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Municipality)
    WHERE n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  [
    [
      COUNT {
        MATCH (n0)<-[r1:DIVISION_OF]-(n2)
        RETURN n2
      }
    ],
    []
  ],
  n0.key
] AS answer

// {"keys":[{"code":"5-1","municipality":"honjo"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
MATCH (n0:PolicyItem)
  WHERE n0.effective AND n0.code = key.code AND n0.municipality = key.municipality
RETURN index, [n0.name] AS answer

// {"keys":[{"code":"5-1"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:PolicyItem)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.name] AS answer

// {"keys":[{"name":"Citizens Division"},{"name":"citizen activity promotion division"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Department)
    WHERE (n0.name = key.name OR n0.foldedName = key.name)
  WITH n0
    ORDER BY coalesce(n0.validTo, '9999') DESC, coalesce(n0.validFrom, '') DESC, n0.id
  WITH n0.municipality AS city, head(collect(n0)) AS n0
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.name] AS answer

// {"keys":[{"name":"Citizens Division"},{"name":"citizen activity promotion division"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Department)
    WHERE (toLower(normalize(n0.nameEn, NFKC)) = toLower(key.name)
      OR key.name IN [item IN n0.aliases | normalize(item, NFKC)]
      OR key.name IN [item IN n0.misspellings | normalize(item, NFKC)])
  WITH n0
    ORDER BY coalesce(n0.validTo, '9999') DESC, coalesce(n0.validFrom, '') DESC, n0.id
  WITH n0.municipality AS city, head(collect(n0)) AS n0
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.name] AS answer

// {"keys":[{"name":"citizen activity promotion division","municipality":"honjo"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Department)
    WHERE n0.municipality = key.municipality
      AND (toLower(normalize(n0.nameEn, NFKC)) = toLower(key.name)
        OR key.name IN [item IN n0.aliases | normalize(item, NFKC)]
        OR key.name IN [item IN n0.misspellings | normalize(item, NFKC)])
  WITH n0
    ORDER BY coalesce(n0.validTo, '9999') DESC, coalesce(n0.validFrom, '') DESC, n0.id
  WITH n0.municipality AS city, head(collect(n0)) AS n0
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.name] AS answer

// {"keys":[{"name":"citizen activity promotion division","municipality":"honjo"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Department)
    WHERE n0.municipality = key.municipality AND (n0.name = key.name OR n0.foldedName = key.name)
  WITH n0
    ORDER BY coalesce(n0.validTo, '9999') DESC, coalesce(n0.validFrom, '') DESC, n0.id
  WITH n0.municipality AS city, head(collect(n0)) AS n0
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.name] AS answer

// {"keys":[{"name":"市民課","municipality":"honjo"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Department)
    WHERE n0.municipality = key.municipality AND (n0.name = key.name OR n0.foldedName = key.name)
  WITH n0
    ORDER BY coalesce(n0.validTo, '9999') DESC, coalesce(n0.validFrom, '') DESC, n0.id
  WITH n0.municipality AS city, head(collect(n0)) AS n0
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.nameEn] AS answer

// {"keys":[{"name":"市民課"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Department)
    WHERE (n0.name = key.name OR n0.foldedName = key.name)
  WITH n0
    ORDER BY coalesce(n0.validTo, '9999') DESC, coalesce(n0.validFrom, '') DESC, n0.id
  WITH n0.municipality AS city, head(collect(n0)) AS n0
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.nameEn] AS answer

// {"keys":[{"number":"1-9"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:ReformSheet)
    WHERE n0.number = key.number
  RETURN n0
    LIMIT 2
}
RETURN index, [n0.name] AS answer

// {"keys":[{"number":1},{"number":17}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
MATCH (n0:Sdg)
  WHERE n0.number = key.number
RETURN index, [n0.name] AS answer

// {"p0":"CURRENT","keys":[{"name":"plan for gender equality"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:RelatedPlan)
    WHERE $p0 IN n0.stages
      AND (toLower(normalize(n0.nameEn, NFKC)) = toLower(key.name)
        OR key.name IN [item IN n0.aliases | normalize(item, NFKC)]
        OR key.name IN [item IN n0.misspellings | normalize(item, NFKC)])
  RETURN n0
    LIMIT 2
}
RETURN index, [coalesce(n0['name@' + $p0], n0.name)] AS answer

// {"p0":"CURRENT","keys":[{"name":"plan for gender equality"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:RelatedPlan)
    WHERE $p0 IN n0.stages AND normalize(coalesce(n0['name@' + $p0], n0.name), NFKC) = key.name
  RETURN n0
    LIMIT 2
}
RETURN index, [coalesce(n0['name@' + $p0], n0.name)] AS answer
