// {"p0":"ADOPTED","p1":50,"p2":50,"p3":50,"keys":[{"number":5}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:LinkagePlan)
    WHERE $p0 IN n0.stages AND n0.number = key.number AND NOT n0.id =~ '[^:]+:[^:]+:[0-9]{4}~.*'
  RETURN n0
    LIMIT 2
}
RETURN index, [
  COLLECT {
    MATCH (n0)<-[r1:INDICATES_PLAN]-(n2)
      WHERE $p0 IN r1.stages AND $p0 IN n2.stages
    WITH n2
      ORDER BY coalesce(n2['sortKey@' + $p0], n2.sortKey), n2.id
      LIMIT toInteger($p1)
    RETURN [n2.definition, coalesce(n2['name@' + $p0], n2.name)]
  },
  COLLECT {
    MATCH (n0)<-[r5:INITIATIVE_OF]-(n6)
      WHERE $p0 IN n6.stages
    WITH n6
      ORDER BY coalesce(n6['sortKey@' + $p0], n6.sortKey), n6.id
      LIMIT toInteger($p3)
    RETURN [
      coalesce(n6['name@' + $p0], n6.name),
      COLLECT {
        MATCH (n6)-[r7:REFERENCES]->(n8)
          WHERE $p0 IN r7.stages AND $p0 IN coalesce(n8.shownAt, n8.stages)
        WITH n8
          ORDER BY coalesce(n8['sortKey@' + $p0], n8.sortKey), n8.id
          LIMIT toInteger($p2)
        RETURN [n8.code]
      }
    ]
  },
  coalesce(n0['name@' + $p0], n0.name)
] AS answer

// {"p0":"DRAFT","p1":50,"p2":50,"p3":50,"p4":50,"keys":[{"number":5}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:LinkagePlan)
    WHERE $p0 IN n0.stages AND n0.number = key.number AND NOT n0.id =~ '[^:]+:[^:]+:[0-9]{4}~.*'
  RETURN n0
    LIMIT 2
}
RETURN index, [
  COLLECT {
    MATCH (n0)<-[r1:INDICATES_PLAN]-(n2)
      WHERE $p0 IN r1.stages AND $p0 IN n2.stages
    WITH n2
      ORDER BY coalesce(n2['sortKey@' + $p0], n2.sortKey), n2.id
      LIMIT toInteger($p1)
    RETURN [coalesce(n2['name@' + $p0], n2.name)]
  },
  COLLECT {
    MATCH (n0)<-[r5:INITIATIVE_OF]-(n6)
      WHERE $p0 IN n6.stages
    WITH n6
      ORDER BY coalesce(n6['sortKey@' + $p0], n6.sortKey), n6.id
      LIMIT toInteger($p3)
    RETURN [
      coalesce(n6['name@' + $p0], n6.name),
      COLLECT {
        MATCH (n6)-[r7:REFERENCES]->(n8)
          WHERE $p0 IN r7.stages AND $p0 IN coalesce(n8.shownAt, n8.stages)
        WITH n8
          ORDER BY coalesce(n8['sortKey@' + $p0], n8.sortKey), n8.id
          LIMIT toInteger($p2)
        RETURN [n8.code]
      }
    ]
  },
  COLLECT {
    MATCH (n0)-[r13:MARKS]->(n14)
      WHERE $p0 IN r13.stages AND $p0 IN coalesce(n14.shownAt, n14.stages)
    WITH n14
      ORDER BY coalesce(n14['sortKey@' + $p0], n14.sortKey), n14.id
      LIMIT toInteger($p4)
    RETURN [n14.code]
  },
  coalesce(n0['name@' + $p0], n0.name)
] AS answer
