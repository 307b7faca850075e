// {"p0":"5-","p1":3,"p2":50}
MATCH (n0:Measure)
  WHERE n0.effective AND n0.code STARTS WITH $p0 AND n0.number > $p1
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"5-"}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND NOT coalesce((n0.code STARTS WITH $p0), false)
    RETURN n0
  }
] AS answer

// {"p0":"5-1"}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective AND (true OR n0.code = $p0)
    RETURN n0
  }
] AS answer

// {"p0":"5-1-1","p1":"6-1-1","p2":1,"p3":50}
MATCH (n0:Measure)
  WHERE n0.effective AND (n0.code = $p0 OR n0.code = $p1 AND n0.number = $p2)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p3)
RETURN [n0.code] AS answer

// {"p0":"5-1-1","p1":"市民課","p2":50}
MATCH (n0:Measure)
  WHERE n0.effective
WITH n0
  WHERE (n0.code = $p0
    OR EXISTS {
      MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
        WHERE r1.effective AND (n2.name = $p1 OR n2.foldedName = $p1)
    })
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"5-1-1","p1":50}
MATCH (n0:Measure)
  WHERE n0.effective AND NOT coalesce((NOT coalesce((n0.code = $p0), false)), false)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"課","p1":50}
MATCH (n0:Measure)
  WHERE n0.effective
WITH n0
  WHERE NOT coalesce(
    (EXISTS {
      MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
        WHERE r1.effective AND normalize(n2.name, NFKC) CONTAINS $p0
    }),
    false
  )
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":1,"p1":"-1-","p2":50}
MATCH (n0:Measure)
  WHERE n0.effective AND n0.code CONTAINS $p1
WITH n0
  WHERE (n0.number = $p0
    OR NOT coalesce(
      (NOT EXISTS {
        MATCH (n0)<-[r1:IMPLEMENTS]-(n2:ReformSheet)
      }),
      false
    ))
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":1000}
RETURN [
  COUNT {
    MATCH (n0:Indicator)
      WHERE n0.effective AND NOT coalesce((n0.targetValue < $p0), false)
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective AND (false)
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective AND NOT coalesce((true), false)
    RETURN n0
  }
] AS answer
