// {"keys":["honjo:extraction-issue:1","honjo:extraction-issue:2","honjo:extraction-issue:3","honjo:extraction-issue:4","honjo:extraction-issue:5","honjo:extraction-issue:6","honjo:extraction-issue:7","honjo:extraction-issue:8","honjo:extraction-issue:9","honjo:extraction-issue:10","honjo:extraction-issue:11","honjo:extraction-issue:12","honjo:extraction-issue:13","honjo:extraction-issue:14","honjo:extraction-issue:15","honjo:extraction-issue:16","honjo:extraction-issue:17","honjo:extraction-issue:18","honjo:extraction-issue:19","honjo:extraction-issue:20","honjo:extraction-issue:21","honjo:extraction-issue:22","honjo:extraction-issue:23","honjo:extraction-issue:24"]}
UNWIND $keys AS key MATCH (n0:Node {id: key}) RETURN key, [n0.rule] AS answer

// {"keys":["honjo:source-document:adopted-plan","honjo:source-document:linkage-plans-draft","honjo:source-document:reform-sheets-2024","honjo:source-document:review-sheets-5","honjo:source-document:review-sheets-6"]}
UNWIND $keys AS key MATCH (n0:Node {id: key}) RETURN key, [n0.documentKind, n0.id, n0.lineCount] AS answer

// {"municipality":"honjo","types":["Municipality","PolicyField","PolicyItem","Measure","Department","SupportingScope","Sdg","Indicator","IndicatorProposal","Vision","RelatedPlan","Project","SurveyResult","LinkagePlan","Initiative","ReformField","ReformPerspective","ReformSheet","AnnualGoal","Evaluation","Change","Passage","SourceDocument","ExtractionIssue"]}
UNWIND $types AS type RETURN type, COUNT { MATCH (n:Node) WHERE n.municipality = $municipality AND type IN labels(n) } AS count, COUNT { MATCH (n:Node) WHERE n.municipality = $municipality AND type IN labels(n) AND n.effective } AS effectiveCount

// {"municipality":"honjo"}
MATCH (n:ExtractionIssue) WHERE n.municipality = $municipality RETURN n.id AS id ORDER BY n.sortKey

// {"municipality":"honjo"}
MATCH (n:SourceDocument) WHERE n.municipality = $municipality RETURN n.id AS id ORDER BY n.sortKey

// {}
MATCH (d:Dataset) RETURN d.municipality AS municipality, d.revision AS revision, d.loadedAt AS loadedAt ORDER BY municipality
