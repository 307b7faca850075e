// {"p0":"5-","p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective AND n0.code STARTS WITH $p0
WITH n0
  WHERE NOT EXISTS {
    MATCH (n0)-[r1:TOUCHES]->(n2:Sdg)
      WHERE r1.effective AND r1.printedAs IS NOT NULL
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"5-1-1","p1":50}
MATCH (n0:Measure)
  WHERE n0.effective AND n0.code = $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"DRAFT","p1":"市民課","p2":50}
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
  WHERE r1.effective AND $p0 IN r1.stages AND (n2.name = $p1 OR n2.foldedName = $p1)
WITH DISTINCT n0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"作ろう","p1":"つくろう","p2":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)-[r1:TOUCHES]->(n2:Sdg)
      WHERE r1.effective
        AND normalize(r1.printedAs, NFKC) CONTAINS $p0
        AND normalize(n2.name, NFKC) CONTAINS $p1
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":10,"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)-[r1:TOUCHES]->(n2:Sdg)
      WHERE r1.effective AND r1.printedAs IS NULL
  }
    AND NOT EXISTS {
      MATCH (n0)-[r3:TOUCHES]->(n4:Sdg)
        WHERE r3.effective AND r3.printedAs IS NULL AND NOT coalesce((n4.number > $p0), false)
    }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":3,"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE any(total IN [
    COUNT {
      MATCH (n0)-[r1:RELATES_TO]->(n2:RelatedPlan)
        WHERE r1.effective AND size(r1.stages) > 0
      RETURN DISTINCT n2
    }
  ] WHERE total > $p0)
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)-[r1:TOUCHES]->(n2:Sdg)
      WHERE r1.effective AND r1.printedAs IS NOT NULL
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p0)
RETURN [n0.code] AS answer

// {"p0":false,"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)-[r1:RELATES_TO]->(n2:RelatedPlan)
      WHERE n2.effective AND r1.effective = $p0
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer
