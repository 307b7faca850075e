// {"p0":"AT_LEAST","p1":"%","p2":100}
RETURN [
  COUNT {
    MATCH (n0:Indicator)
      WHERE n0.effective
        AND (n0.targetComparator <> $p0 OR n0.targetComparator IS NULL)
        AND normalize(n0.targetUnit, NFKC) = $p1
        AND (n0.targetValue <> $p2 OR n0.targetValue IS NULL)
        AND n0.targetYear IS NULL
    RETURN n0
  }
] AS answer

// {"p0":"DRAFT","p1":["CURRENT","DRAFT"],"p2":["CURRENT","ADOPTED"]}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
        AND $p0 IN n0.stages
        AND all(item IN $p1 WHERE item IN n0.stages)
        AND any(item IN $p2 WHERE item IN n0.stages)
        AND size(n0.stages) > 0
    RETURN n0
  }
] AS answer

// {"p0":"INCREASE"}
RETURN [
  COUNT {
    MATCH (n0:Indicator)
      WHERE n0.effective AND (n0.direction <> $p0 OR n0.direction IS NULL)
    RETURN n0
  }
] AS answer

// {"p0":1,"p1":0,"p2":1,"p3":[1,3],"p4":5,"p5":6,"p6":2,"p7":[4]}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
        AND n0.number = $p0
        AND n0.number > $p1
        AND n0.number >= $p2
        AND n0.number IN $p3
        AND n0.number IS NOT NULL
        AND n0.number < $p4
        AND n0.number <= $p5
        AND (n0.number <> $p6 OR n0.number IS NULL)
        AND (NOT n0.number IN $p7 OR n0.number IS NULL)
    RETURN n0
  }
] AS answer

// {"p0":1,"p1":[2,3]}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective
        AND (n0.number <> $p0 OR n0.number IS NULL)
        AND (NOT n0.number IN $p1 OR n0.number IS NULL)
    RETURN n0
  }
] AS answer

// {"p0":1.5,"p1":1,"p2":1.5,"p3":[1.5],"p4":4,"p5":5,"p6":2.5,"p7":[3]}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective
        AND n0.satisfaction = $p0
        AND n0.satisfaction > $p1
        AND n0.satisfaction >= $p2
        AND n0.satisfaction IN $p3
        AND n0.satisfaction IS NOT NULL
        AND n0.satisfaction < $p4
        AND n0.satisfaction <= $p5
        AND (n0.satisfaction <> $p6 OR n0.satisfaction IS NULL)
        AND (NOT n0.satisfaction IN $p7 OR n0.satisfaction IS NULL)
    RETURN n0
  }
] AS answer

// {"p0":50}
RETURN [
  COUNT {
    MATCH (n0:PolicyItem)
      WHERE n0.effective AND (n0.satisfaction <> $p0 OR n0.satisfaction IS NULL)
    RETURN n0
  }
] AS answer

// {"p0":["A","B"],"p1":"C"}
RETURN [
  COUNT {
    MATCH (n0:ReformSheet)
    WITH n0
      WHERE EXISTS {
        MATCH (n0)<-[r1:EVALUATES]-(n2:Evaluation)
          WHERE n2.grade IN $p0 AND (n2.grade <> $p1 OR n2.grade IS NULL)
      }
    RETURN n0
  }
] AS answer

// {"p0":["INCREASE"]}
RETURN [
  COUNT {
    MATCH (n0:Indicator)
      WHERE n0.effective AND (NOT n0.direction IN $p0 OR n0.direction IS NULL)
    RETURN n0
  }
] AS answer

// {"p0":["電子自治体の推進","a"],"p1":50}
MATCH (n0:PolicyItem)
  WHERE n0.effective AND any(item IN $p0 WHERE item IN [item IN n0.aliases | normalize(item, NFKC)])
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p1)
RETURN [n0.code] AS answer

// {"p0":[2024,2025]}
RETURN [
  COUNT {
    MATCH (n0:ReformSheet)
      WHERE any(item IN $p0 WHERE item IN n0.planChangeFiscalYears)
    RETURN n0
  }
] AS answer

// {"p0":true}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND (n0.nameOnly <> $p0 OR n0.nameOnly IS NULL)
    RETURN n0
  }
] AS answer

// {"p0":true}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND n0.nameOnly = $p0
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND n0.number IS NULL
    RETURN n0
  }
] AS answer

// {}
RETURN [
  COUNT {
    MATCH (n0:Measure)
      WHERE n0.effective AND size(n0.aliases) = 0
    RETURN n0
  }
] AS answer
