// {"keys":["honjo:measure:5-6-3","honjo:department:市民課","honjo:vision:5-1-1"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
  WHEN n0:Measure THEN [
    0,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      COLLECT {
        MATCH (n0)<-[r1:CHANGES]-(n2)
        OPTIONAL MATCH (n2)-[r3:CHANGES]->(n4)
        WITH *
          ORDER BY n2.sortKey
        RETURN [
          n2.kind,
          CASE
            WHEN n4 IS NOT NULL THEN [0, [label IN labels(n4) WHERE NOT label IN ['Node', 'Entity']][0], [n4.name]]
            END
        ]
      },
      n0.code,
      head(COLLECT {
        MATCH (n0)-[r5:PART_OF]->(n6)
          WHERE CASE
            WHEN n0.effective THEN r5.effective
            ELSE n0.stages[-1] IN r5.stages
            AND n0.stages[-1] IN coalesce(n6.shownAt, n6.stages)
            END
        RETURN [n6.code]
          LIMIT 1
      })
    ]
  ]
  WHEN n0:Department THEN [
    1,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      COLLECT {
        MATCH (n0)<-[r7:CHANGES]-(n8)
        OPTIONAL MATCH (n8)-[r9:CHANGES]->(n10)
        WITH *
          ORDER BY n8.sortKey
        RETURN [
          n8.kind,
          CASE
            WHEN n10 IS NOT NULL THEN [0, [label IN labels(n10) WHERE NOT label IN ['Node', 'Entity']][0], [n10.name]]
            END
        ]
      },
      [
        [
          COUNT {
            MATCH (n0)<-[r11:OWNED_BY]-(n12)
              WHERE r11.effective
            RETURN n12
          }
        ],
        []
      ]
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
  OR n0:CoverageStatement THEN [2, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], []]
  ELSE [
    3,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [
      COLLECT {
        MATCH (n0)<-[r13:CHANGES]-(n14)
        OPTIONAL MATCH (n14)-[r15:CHANGES]->(n16)
        WITH *
          ORDER BY n14.sortKey
        RETURN [
          n14.kind,
          CASE
            WHEN n16 IS NOT NULL THEN [0, [label IN labels(n16) WHERE NOT label IN ['Node', 'Entity']][0], [n16.name]]
            END
        ]
      }
    ]
  ]
  END AS answer

// {"keys":["honjo:measure:5-6-3","honjo:department:市民課","honjo:vision:5-1-1"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
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
  OR n0:CoverageStatement THEN [0, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], []]
  ELSE [
    1,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [n0.aliases, n0.name, [n0.sources]]
  ]
  END AS answer

// {"keys":["honjo:measure:5-6-3","honjo:department:市民課","honjo:vision:5-1-1"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, [0, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], [n0.id]] AS answer

// {"keys":[{"code":"5-6-3"}]}
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
    MATCH (n0)<-[r1:CHANGES]-(n2)
    OPTIONAL MATCH (n2)-[r3:POINTS_TO]->(n4)
    OPTIONAL MATCH (n2)-[r5:CHANGES]->(n6)
    WITH *
      ORDER BY n2.sortKey
    RETURN [
      CASE
        WHEN n4 IS NOT NULL THEN CASE
        WHEN n4:PolicyItem THEN [0, [label IN labels(n4) WHERE NOT label IN ['Node', 'Entity']][0], [n4.code, n4.id]]
        ELSE [1, [label IN labels(n4) WHERE NOT label IN ['Node', 'Entity']][0], [n4.id]]
        END
        END,
      CASE
        WHEN n6 IS NOT NULL THEN CASE
        WHEN n6:Measure THEN [
          0,
          [label IN labels(n6) WHERE NOT label IN ['Node', 'Entity']][0],
          [n6.id, n6.name, n6.stages]
        ]
        ELSE [1, [label IN labels(n6) WHERE NOT label IN ['Node', 'Entity']][0], [n6.id]]
        END
        END
    ]
  }
] AS answer

// {"p0":"CURRENT","keys":["honjo:measure:5-6-3","honjo:department:市民課","honjo:vision:5-1-1","honjo:source-document:adopted-plan"]}
UNWIND $keys AS key
MATCH (n0:Node {id: key})
RETURN key, CASE
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
  OR n0:CoverageStatement THEN [0, [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0], [n0.id]]
  ELSE [
    1,
    [label IN labels(n0) WHERE NOT label IN ['Node', 'Entity']][0],
    [n0.id, coalesce(n0['name@' + $p0], n0.name), n0.stages]
  ]
  END AS answer
