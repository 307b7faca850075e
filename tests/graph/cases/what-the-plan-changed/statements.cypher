// {"keys":[{"code":"6-4"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:PolicyItem)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  n0.aliases,
  COLLECT {
    MATCH (n0)<-[r1:CHANGES]-(n2)
    WITH n2
      ORDER BY n2.sortKey
    RETURN [
      n2.after,
      n2.basis,
      n2.before,
      n2.field,
      n2.fromStage,
      n2.kind,
      [
        n2.sources,
        COLLECT {
          UNWIND range(0, size(n2.sources) - 1) AS i3
          WITH i3, split(n2.sources[i3], ' ') AS p4
          OPTIONAL MATCH (d5:Node {id: p4[0]})
          WITH i3, p4, d5
            ORDER BY i3
          RETURN [[d5.name]]
        }
      ],
      n2.toStage
    ]
  },
  n0.name
] AS answer

// {"p0":"CURRENT","keys":[{"code":"5-6-3"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Measure)
    WHERE $p0 IN n0.stages AND coalesce(n0['code@' + $p0], n0.code) = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  COLLECT {
    MATCH (n0)<-[r1:CHANGES]-(n2)
    OPTIONAL MATCH (n2)-[r3:POINTS_TO]->(n4)
    OPTIONAL MATCH (n2)-[r5:CHANGES]->(n6)
    WITH *
      ORDER BY n2.sortKey
    RETURN [
      n2.kind,
      CASE
        WHEN n4 IS NOT NULL THEN CASE
        WHEN n4:PolicyItem THEN [0, [label IN labels(n4) WHERE NOT label IN ['Node', 'Entity']][0], [n4.code, n4.id]]
        ELSE [1, [label IN labels(n4) WHERE NOT label IN ['Node', 'Entity']][0], [n4.id]]
        END
        END,
      CASE
        WHEN n6 IS NOT NULL THEN [
          0,
          [label IN labels(n6) WHERE NOT label IN ['Node', 'Entity']][0],
          [n6.id, coalesce(n6['name@' + $p0], n6.name)]
        ]
        END
    ]
  },
  n0.id,
  coalesce(n0['name@' + $p0], n0.name)
] AS answer
