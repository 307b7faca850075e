// {"keys":[{"name":"citizen activity promotion division"}]}
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
RETURN index, [
  [
    [
      COUNT {
        MATCH (n0)<-[r1:OWNED_BY]-(n2)
          WHERE r1.effective
        RETURN n2
      }
    ],
    []
  ],
  n0.name,
  n0.nameEn
] AS answer

// {"keys":[{"name":"citizen activity promotion division"}]}
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
RETURN index, [
  [
    [
      COUNT {
        MATCH (n0)<-[r1:OWNED_BY]-(n2)
          WHERE r1.effective
        RETURN n2
      }
    ],
    []
  ],
  n0.name,
  n0.nameEn
] AS answer

// {"p0":"Crisis Management Division","p1":50}
MATCH (n0:Department)
  WHERE normalize(n0.nameEn, NFKC) = $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.name] AS answer
