// {"p0":"5-1","p1":2,"p2":3,"p3":1}
MATCH (n0:PolicyItem)
  WHERE n0.effective AND n0.code = $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p3)
RETURN [
  COLLECT {
    MATCH (n0)<-[r1:INDICATES]-(n2)
      WHERE r1.effective
    WITH n2, r1, n2.sortKey AS k3
      ORDER BY k3
      LIMIT toInteger($p1)
    RETURN [[k3], []]
  },
  COLLECT {
    MATCH (n0)<-[r4:PART_OF]-(n5)
      WHERE r4.effective
    WITH n5, n5.sortKey AS k6
      ORDER BY k6 DESC
      LIMIT toInteger($p2)
    RETURN [[k6], [n5.code]]
  }
] AS answer

// {"p0":"honjo:policy-item:000002-000003","p1":3}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    RETURN n0
  },
  EXISTS {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    WITH n0, n0.sortKey AS k1
      WHERE NOT coalesce(((k1 > $p0)), false)
    RETURN 1
  }
] AS answer
UNION ALL
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.sortKey AS k1
  WHERE ((k1 > $p0))
WITH *
  ORDER BY k1
  LIMIT toInteger($p1)
RETURN [[k1], [n0.code]] AS answer

// {"p0":"honjo:policy-item:000002-000003","p1":3}
RETURN [
  EXISTS {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    WITH n0, n0.sortKey AS k1
      WHERE NOT coalesce(((k1 < $p0)), false)
    RETURN 1
  }
] AS answer
UNION ALL
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.sortKey AS k1
  WHERE ((k1 < $p0))
WITH *
  ORDER BY k1 DESC
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"honjo:policy-item:000002-000003","p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.sortKey AS k1
  WHERE ((k1 < $p0))
WITH *
  ORDER BY k1 DESC
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"防犯対策の推進","p1":"honjo:policy-item:5-4","p2":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.name AS k1, n0.id AS k2
  WHERE ((k1 < $p0) OR ((k1 = $p0) AND k2 > $p1))
WITH *
  ORDER BY k1 DESC, k2
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"防犯対策の推進","p1":"honjo:policy-item:5-4","p2":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.name AS k1, n0.id AS k2
  WHERE ((k1 > $p0) OR ((k1 = $p0) AND k2 < $p1))
WITH *
  ORDER BY k1, k2 DESC
  LIMIT toInteger($p2)
RETURN [[k1, k2], [[n0.code]]] AS answer

// {"p0":1}
RETURN [
  COUNT {
    MATCH (n0:Department)
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Department)
WITH n0, n0.sortKey AS k1
  ORDER BY k1
  LIMIT toInteger($p0)
RETURN [[k1], [n0.name]] AS answer

// {"p0":30.4,"p1":"honjo:policy-item:6-1","p2":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.satisfaction AS k1, n0.id AS k2
  WHERE (((k1 > $p0 OR (k1 IS NOT NULL AND $p0 IS NULL)))
    OR ((k1 = $p0 OR (k1 IS NULL AND $p0 IS NULL)) AND k2 < $p1))
WITH *
  ORDER BY k1 IS NULL DESC, k1, k2 DESC
  LIMIT toInteger($p2)
RETURN [n0.code, n0.satisfaction] AS answer

// {"p0":30.4,"p1":"honjo:policy-item:6-1","p2":3}
RETURN [
  EXISTS {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    WITH n0, n0.satisfaction AS k1, n0.id AS k2
      WHERE NOT coalesce(
        (((k1 < $p0 OR (k1 IS NULL AND $p0 IS NOT NULL)))
          OR ((k1 = $p0 OR (k1 IS NULL AND $p0 IS NULL)) AND k2 > $p1)),
        false
      )
    RETURN 1
  }
] AS answer
UNION ALL
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.satisfaction AS k1, n0.id AS k2
  WHERE (((k1 < $p0 OR (k1 IS NULL AND $p0 IS NOT NULL)))
    OR ((k1 = $p0 OR (k1 IS NULL AND $p0 IS NULL)) AND k2 > $p1))
WITH *
  ORDER BY k1 IS NULL, k1 DESC, k2
  LIMIT toInteger($p2)
RETURN [n0.code, n0.satisfaction] AS answer

// {"p0":5,"p1":"honjo:department:市民課","p2":2}
MATCH (n0:Department)
WITH n0, COUNT {
  MATCH (n0)<-[r1:OWNED_BY]-(n2:Measure)
    WHERE r1.effective
  RETURN DISTINCT n2
} AS k3, n0.id AS k4
  WHERE ((k3 < $p0) OR ((k3 = $p0) AND k4 > $p1))
WITH *
  ORDER BY k3 DESC, k4
  LIMIT toInteger($p2)
RETURN [n0.name] AS answer

// {"p0":51}
MATCH (n0:Department)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p0)
RETURN [] AS answer

// {"p0":null,"p1":"honjo:policy-item:1-3","p2":2}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.satisfaction AS k1, n0.id AS k2
  WHERE (((k1 > $p0 OR (k1 IS NULL AND $p0 IS NOT NULL)))
    OR ((k1 = $p0 OR (k1 IS NULL AND $p0 IS NULL)) AND k2 > $p1))
WITH *
  ORDER BY k1, k2
  LIMIT toInteger($p2)
RETURN [n0.code, n0.satisfaction] AS answer

// {"p0":null,"p1":"honjo:policy-item:1-3","p2":3}
RETURN [
  EXISTS {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    WITH n0, n0.satisfaction AS k1, n0.id AS k2
      WHERE NOT coalesce(
        (((k1 < $p0 OR (k1 IS NOT NULL AND $p0 IS NULL)))
          OR ((k1 = $p0 OR (k1 IS NULL AND $p0 IS NULL)) AND k2 < $p1)),
        false
      )
    RETURN 1
  }
] AS answer
UNION ALL
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0, n0.satisfaction AS k1, n0.id AS k2
  WHERE (((k1 < $p0 OR (k1 IS NOT NULL AND $p0 IS NULL)))
    OR ((k1 = $p0 OR (k1 IS NULL AND $p0 IS NULL)) AND k2 < $p1))
WITH *
  ORDER BY k1 DESC, k2 DESC
  LIMIT toInteger($p2)
RETURN [n0.code, n0.satisfaction] AS answer
