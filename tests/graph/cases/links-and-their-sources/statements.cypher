// {"p0":1,"p1":"DRAFT","p2":1,"p3":1,"keys":[{"code":"5-1-1"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:Measure)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  COLLECT {
    MATCH (n0)-[r1:OWNED_BY]->(n2)
      WHERE r1.effective
    WITH n2, r1, n2.sortKey AS k6
      ORDER BY k6
      LIMIT toInteger($p0)
    RETURN [
      [k6],
      [
        r1.stages,
        r1.effective,
        r1.printedAs,
        [
          r1.sources,
          COLLECT {
            UNWIND range(0, size(r1.sources) - 1) AS i3
            WITH i3, split(r1.sources[i3], ' ') AS p4
            OPTIONAL MATCH (d5:Node {id: p4[0]})
            WITH i3, p4, d5
              ORDER BY i3
            RETURN [[d5.documentKind, d5.id, d5.name]]
          }
        ],
        [n2.name]
      ]
    ]
  },
  COLLECT {
    MATCH (n0)-[r7:OWNED_BY]->(n8)
      WHERE $p1 IN r7.stages
    WITH n8, r7
      ORDER BY n8.sortKey
      LIMIT toInteger($p2)
    RETURN [[r7.sources]]
  },
  COLLECT {
    MATCH (n0)-[r13:PART_OF]->(x14)<-[r15:REFERENCES]-(x16)-[r17:INITIATIVE_OF]->(n18)
      WHERE r13.effective AND r15.effective AND n18.effective
    WITH DISTINCT n18
    WITH n18
      ORDER BY n18.sortKey
      LIMIT toInteger($p3)
    RETURN [
      head(COLLECT {
        WITH COLLECT {
          MATCH (n0)-[r19:PART_OF]->(x20)<-[r21:REFERENCES]-(x22)-[r23:INITIATIVE_OF]->(n18)
            WHERE r19.effective AND r21.effective AND n18.effective
          WITH *
            ORDER BY x20.sortKey, x20.id, x22.sortKey, x22.id
          UNWIND r19.sources + r21.sources + r23.sources AS s24
          RETURN DISTINCT s24
        } AS s25
        WITH {sources: s25} AS o26
        RETURN [o26.sources]
      }),
      [
        n18.name,
        [
          n18.sources,
          COLLECT {
            UNWIND range(0, size(n18.sources) - 1) AS i30
            WITH i30, split(n18.sources[i30], ' ') AS p31
            OPTIONAL MATCH (d32:Node {id: p31[0]})
            WITH i30, p31, d32
              ORDER BY i30
            RETURN [[d32.lineCount]]
          }
        ]
      ]
    ]
  }
] AS answer
