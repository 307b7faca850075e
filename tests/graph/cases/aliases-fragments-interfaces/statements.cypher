// {"keys":["sdg:17","honjo:nothing","honjo:policy-item:5-1","honjo:annual-goal:1-9:2024"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
  WHEN n0:PolicyItem THEN [0, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], [n0.code, n0.name]]
  WHEN n0:Sdg THEN [
    1,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [n0.color, n0.name, n0.number, n0.uri]
  ]
  WHEN n0:AnnualGoal THEN [
    2,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      n0.fiscalYear,
      head(COLLECT {
        MATCH (n0)-[r1:GOAL_OF]->(n2)
        RETURN [n2.number]
          LIMIT 1
      }),
      n0.unit,
      n0.value
    ]
  ]
  ELSE [3, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], []]
  END AS answer

// {"p0":50,"p1":50,"keys":["honjo:reform-sheet:1-9"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
  WHEN n0:ReformSheet THEN [
    0,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      n0.id,
      COLLECT {
        MATCH (n0)-[r1:LED_BY]->(n2)
        WITH n2
          ORDER BY n2.sortKey
          LIMIT toInteger($p0)
        RETURN [n2.name]
      },
      n0.name,
      n0.number,
      n0.planChanged,
      n0.summary,
      COLLECT {
        MATCH (n0)-[r4:SUPPORTED_BY]->(n5)
        WITH n5
          ORDER BY n5.sortKey
          LIMIT toInteger($p1)
        RETURN [n5.name]
      }
    ]
  ]
  WHEN n0:Observation
  OR n0:IndicatorProposal
  OR n0:Vision
  OR n0:Cost
  OR n0:SurveyResult
  OR n0:AnnualGoal
  OR n0:Evaluation
  OR n0:ScaleLevel
  OR n0:Change
  OR n0:Passage
  OR n0:ExtractionIssue
  OR n0:CoverageStatement THEN [1, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], [n0.id]]
  ELSE [2, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], [n0.id, n0.name, n0.summary]]
  END AS answer
