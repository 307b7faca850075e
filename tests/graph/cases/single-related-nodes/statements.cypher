// {"p0":"5-","p1":3}
MATCH (n0:Measure)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
      WHERE r1.effective AND n2.code STARTS WITH $p0
  }
OPTIONAL MATCH (n0)-[r3:PART_OF]->(n4:PolicyItem)
  WHERE r3.effective
OPTIONAL MATCH (n4)-[r5:IN_FIELD]->(n6:PolicyField)
OPTIONAL MATCH (n0)-[r7:PART_OF]->(n8:PolicyItem)
  WHERE r7.effective
WITH n0, n6.number AS k9, n8.sortKey AS k10, n0.number AS k11, n0.id AS k12
  ORDER BY k9 IS NULL, k9 DESC, k10 IS NULL, k10 DESC, k11, k12
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"5-1","p1":50}
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective AND n2.code = $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"5-1","p1":true,"p2":2}
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective AND n2.code = $p0 AND n2.effective = $p1
OPTIONAL MATCH (n0)-[r3:PART_OF]->(n4:PolicyItem)
  WHERE r3.effective
WITH n0
  ORDER BY n4.name, n0.id
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":"市民","p1":50}
MATCH (n0:Measure)
  WHERE n0.effective
WITH n0
  WHERE EXISTS {
    MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
      WHERE r1.effective AND normalize(n2.name, NFKC) CONTAINS $p0
  }
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":"市民活動推進課","p1":"市民課","p2":"5-1","p3":"1-9","p4":"企画課"}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
    MATCH (n0)-[r1:OWNED_BY]->(n2:Department)
      WHERE r1.effective AND (n2.name = $p0 OR n2.foldedName = $p0)
    MATCH (n0)-[r3:OWNED_BY]->(n4:Department)
      WHERE r3.effective AND (n4.name = $p1 OR n4.foldedName = $p1)
    MATCH (n0)-[r5:PART_OF]->(n6:PolicyItem)
      WHERE r5.effective AND n6.code = $p2
    MATCH (n0)<-[r7:IMPLEMENTS]-(n8:ReformSheet)
      WHERE n8.number = $p3
    WITH DISTINCT n0, n6
      WHERE EXISTS {
        MATCH (n0)-[r9:OWNED_BY]->(n10:Department)
          WHERE r9.effective AND (n10.name = $p4 OR n10.foldedName = $p4)
      }
    RETURN n0
  }
] AS answer

// {"p0":1,"p1":"6-"}
RETURN [
  COUNT {
    MATCH (n0:AnnualGoal)
    MATCH (n0)-[r1:GOAL_OF]->(n2:ReformSheet)
      WHERE EXISTS {
        MATCH (n2)-[r5:IMPLEMENTS]->(n6:Measure)
          WHERE n6.effective AND n6.code STARTS WITH $p1
      }
    MATCH (n2)-[r3:IN_REFORM_FIELD]->(n4:ReformField)
      WHERE n4.number = $p0
    RETURN n0
  }
] AS answer

// {"p0":5,"p1":1,"p2":50}
MATCH (n0:Measure)
  WHERE n0.effective AND n0.number = $p1
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective
MATCH (n2)-[r3:IN_FIELD]->(n4:PolicyField)
  WHERE n4.number = $p0
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {"p0":["5-1","5-2"]}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
    MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
      WHERE r1.effective AND n2.code IN $p0
    RETURN n0
  }
] AS answer

// {"p0":["5-1-1","5-1-2"],"p1":["5-1-1","5-1-2"],"p2":50}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
    MATCH (n0)-[r5:PART_OF]->(n6:PolicyItem)
      WHERE r5.effective
    MATCH (n6)<-[r7:PART_OF]-(n8:Measure)
      WHERE r7.effective AND n8.code IN $p1
    WITH DISTINCT n0, n6
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Measure)
  WHERE n0.effective
MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
  WHERE r1.effective
MATCH (n2)<-[r3:PART_OF]-(n4:Measure)
  WHERE r3.effective AND n4.code IN $p0
WITH DISTINCT n0, n2
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p2)
RETURN [n0.code] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:Indicator)
      WHERE n0.effective
    WITH n0
      WHERE NOT coalesce(
        (EXISTS {
          MATCH (n0)-[r1:INDICATES]->(n2:PolicyItem)
            WHERE r1.effective
        }),
        false
      )
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
    WITH n0
      WHERE EXISTS {
        MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
          WHERE r1.effective
      }
    RETURN n0
  }
] AS answer
