// {"p0":"2-10","p1":"2-10","p2":null,"p3":"","p4":2}
RETURN [
  COUNT {
    MATCH (n0:AnnualGoal)
    MATCH (n0)-[r3:GOAL_OF]->(n4:ReformSheet)
      WHERE n4.number = $p1
    RETURN n0
  },
  EXISTS {
    MATCH (n0:AnnualGoal)
    MATCH (n0)-[r1:GOAL_OF]->(n2:ReformSheet)
      WHERE n2.number = $p0
    WITH n0, n0.value AS k5, n0.id AS k6
      WHERE NOT coalesce(
        (((k5 > $p2 OR (k5 IS NULL AND $p2 IS NOT NULL)))
          OR ((k5 = $p2 OR (k5 IS NULL AND $p2 IS NULL)) AND k6 > $p3)),
        false
      )
    RETURN 1
  }
] AS answer
UNION ALL
MATCH (n0:AnnualGoal)
MATCH (n0)-[r1:GOAL_OF]->(n2:ReformSheet)
  WHERE n2.number = $p0
WITH n0, n0.value AS k5, n0.id AS k6
  WHERE (((k5 > $p2 OR (k5 IS NULL AND $p2 IS NOT NULL)))
    OR ((k5 = $p2 OR (k5 IS NULL AND $p2 IS NULL)) AND k6 > $p3))
WITH *
  ORDER BY k5, k6
  LIMIT toInteger($p4)
RETURN [] AS answer

// {"p0":["スポーツ推進課","下水道課"],"p1":"honjo:department:介護保険課","p2":2}
RETURN [
  EXISTS {
    MATCH (n0:Department)
      WHERE (n0.name IN $p0 OR n0.foldedName IN $p0)
    WITH n0, n0.sortKey AS k1
      WHERE NOT coalesce(((k1 < $p1)), false)
    RETURN 1
  }
] AS answer
UNION ALL
MATCH (n0:Department)
  WHERE (n0.name IN $p0 OR n0.foldedName IN $p0)
WITH n0, n0.sortKey AS k1
  WHERE ((k1 < $p1))
WITH *
  ORDER BY k1 DESC
  LIMIT toInteger($p2)
RETURN [n0.name] AS answer

// {"p0":["スポーツ推進課","高齢者福祉課"],"p1":"honjo:department:介護保険課","p2":2}
RETURN [
  EXISTS {
    MATCH (n0:Department)
      WHERE (n0.name IN $p0 OR n0.foldedName IN $p0)
    WITH n0, n0.sortKey AS k1
      WHERE NOT coalesce(((k1 > $p1)), false)
    RETURN 1
  }
] AS answer
UNION ALL
MATCH (n0:Department)
  WHERE (n0.name IN $p0 OR n0.foldedName IN $p0)
WITH n0, n0.sortKey AS k1
  WHERE ((k1 > $p1))
WITH *
  ORDER BY k1
  LIMIT toInteger($p2)
RETURN [n0.name] AS answer

// {"p0":["障害福祉課","高齢者福祉課"],"p1":"honjo:department:介護保険課","p2":2}
RETURN [
  EXISTS {
    MATCH (n0:Department)
      WHERE (n0.name IN $p0 OR n0.foldedName IN $p0)
    WITH n0, n0.sortKey AS k1
      WHERE NOT coalesce(((k1 > $p1)), false)
    RETURN 1
  }
] AS answer
UNION ALL
MATCH (n0:Department)
  WHERE (n0.name IN $p0 OR n0.foldedName IN $p0)
WITH n0, n0.sortKey AS k1
  WHERE ((k1 > $p1))
WITH *
  ORDER BY k1
  LIMIT toInteger($p2)
RETURN [n0.name] AS answer
