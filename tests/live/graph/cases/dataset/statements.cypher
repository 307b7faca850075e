// {"keys":["honjo:extraction-issue:adopted-plan:568:figures-hold-no-text:4dea713b","honjo:extraction-issue:reform-sheets-2024:422:cited-measure-is-known:c23cee28","honjo:extraction-issue:reform-sheets-2024:472:cited-measure-is-known:96f73eeb","honjo:extraction-issue:reform-sheets-2024:497:cited-measure-is-known:fac7747a","honjo:extraction-issue:reform-sheets-2024:548:cited-measure-is-known:7c1efc65","honjo:extraction-issue:reform-sheets-2024:573:cited-measure-is-known:39bd843a","honjo:extraction-issue:reform-sheets-2024:624:cited-measure-is-known:292f9682","honjo:extraction-issue:reform-sheets-2024:649:cited-measure-is-known:13051030","honjo:extraction-issue:reform-sheets-2024:700:cited-measure-is-known:4e57739f","honjo:extraction-issue:reform-sheets-2024:735:every-year-has-a-goal:84f8c6c1","honjo:extraction-issue:reform-sheets-2024:901:cited-measure-is-known:8aac733b","honjo:extraction-issue:reform-sheets-2024:928:cited-measure-is-known:b941abf7","honjo:extraction-issue:reform-sheets-2024:978:cited-measure-is-known:83ef0020","honjo:extraction-issue:reform-sheets-2024:1004:cited-measure-is-known:bbe9bfa0","honjo:extraction-issue:reform-sheets-2024:1004:cited-measure-is-known:c98f9219","honjo:extraction-issue:reform-sheets-2024:1004:cited-measure-is-known:c65955c9","honjo:extraction-issue:reform-sheets-2024:1056:cited-measure-is-known:fcce17cf","honjo:extraction-issue:reform-sheets-2024:1082:cited-measure-is-known:1d9a5bf1","honjo:extraction-issue:reform-sheets-2024:1160:cited-measure-is-known:4ef6735d","honjo:extraction-issue:reform-sheets-2024:1386:cited-measure-is-known:80f61dd2","honjo:extraction-issue:review-sheets-5:118:statuses-are-printed-once:0d29f7f2","honjo:extraction-issue:review-sheets-6:153:a-revision-changes-something:0d161f01","honjo:extraction-issue:review-sheets-6:155:a-revision-changes-something:34a5fad1","honjo:extraction-issue:review-sheets-6:239:a-measure-has-departments-and-content:5c9ecd12"]}
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
