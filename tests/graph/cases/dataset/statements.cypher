// {"keys":["honjo"]}
UNWIND $keys AS key
RETURN key, COLLECT {
  MATCH (n0:ExtractionIssue)
    WHERE n0.municipality = key
  WITH n0
    ORDER BY n0.sortKey
  RETURN [n0.rule]
} AS answer

// {"keys":["honjo"]}
UNWIND $keys AS key
RETURN key, COLLECT {
  MATCH (n0:SourceDocument)
    WHERE n0.municipality = key
  WITH n0
    ORDER BY n0.sortKey
  RETURN [n0.documentKind, n0.id, n0.lineCount]
} AS answer

// {"types":["Municipality","PolicyField","PolicyItem","Measure","Department","SupportingScope","Sdg","Indicator","Observation","IndicatorProposal","Vision","RelatedPlan","Project","Cost","SurveyResult","LinkagePlan","Initiative","ReformField","ReformPerspective","ReformSheet","AnnualGoal","Evaluation","ScaleLevel","Change","Passage","SourceDocument","ExtractionIssue","CoverageStatement"],"keys":["honjo"]}
UNWIND $keys AS key
RETURN key, COLLECT {
  MATCH (n:Node)
    WHERE n.municipality = key
  UNWIND labels(n) AS type
  WITH type, n
    WHERE type IN $types
  WITH type, count(n) AS total, count(CASE WHEN n.effective THEN 1 END) AS effective
  RETURN [type, total, effective]
} AS answer

// {}
MATCH (d:Dataset)
RETURN d.municipality AS municipality, d.revision AS revision, d.loadedAt AS loadedAt
  ORDER BY municipality
