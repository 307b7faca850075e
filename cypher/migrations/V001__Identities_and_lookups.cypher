// Every node has one identity, whatever its type; all loading merges on it.
CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE;

// One record per municipality of what is loaded.
CREATE CONSTRAINT dataset_municipality IF NOT EXISTS FOR (d:Dataset) REQUIRE d.municipality IS UNIQUE;

// A municipality is compared with its dataset when it is loaded.
CREATE INDEX node_municipality IF NOT EXISTS FOR (n:Node) ON (n.municipality);

// Natural keys, by which people and filters name things.
CREATE INDEX municipality_code IF NOT EXISTS FOR (n:Municipality) ON (n.code);
CREATE INDEX policy_field_number IF NOT EXISTS FOR (n:PolicyField) ON (n.number);
CREATE INDEX policy_item_code IF NOT EXISTS FOR (n:PolicyItem) ON (n.code);
CREATE INDEX measure_code IF NOT EXISTS FOR (n:Measure) ON (n.code);
CREATE INDEX measure_name IF NOT EXISTS FOR (n:Measure) ON (n.name);
CREATE INDEX department_name IF NOT EXISTS FOR (n:Department) ON (n.name);
CREATE INDEX department_name_en IF NOT EXISTS FOR (n:Department) ON (n.nameEn);
CREATE INDEX sdg_number IF NOT EXISTS FOR (n:Sdg) ON (n.number);
CREATE INDEX reform_sheet_number IF NOT EXISTS FOR (n:ReformSheet) ON (n.number);
CREATE INDEX linkage_plan_number IF NOT EXISTS FOR (n:LinkagePlan) ON (n.number);

// The lists of one municipality in their natural order.
CREATE INDEX policy_field_order IF NOT EXISTS FOR (n:PolicyField) ON (n.municipality, n.sortKey);
CREATE INDEX policy_item_order IF NOT EXISTS FOR (n:PolicyItem) ON (n.municipality, n.sortKey);
CREATE INDEX measure_order IF NOT EXISTS FOR (n:Measure) ON (n.municipality, n.sortKey);
CREATE INDEX department_order IF NOT EXISTS FOR (n:Department) ON (n.municipality, n.sortKey);
CREATE INDEX supporting_scope_order IF NOT EXISTS FOR (n:SupportingScope) ON (n.municipality, n.sortKey);
CREATE INDEX indicator_order IF NOT EXISTS FOR (n:Indicator) ON (n.municipality, n.sortKey);
CREATE INDEX related_plan_order IF NOT EXISTS FOR (n:RelatedPlan) ON (n.municipality, n.sortKey);
CREATE INDEX project_order IF NOT EXISTS FOR (n:Project) ON (n.municipality, n.sortKey);
CREATE INDEX survey_result_order IF NOT EXISTS FOR (n:SurveyResult) ON (n.municipality, n.sortKey);
CREATE INDEX linkage_plan_order IF NOT EXISTS FOR (n:LinkagePlan) ON (n.municipality, n.sortKey);
CREATE INDEX initiative_order IF NOT EXISTS FOR (n:Initiative) ON (n.municipality, n.sortKey);
CREATE INDEX reform_field_order IF NOT EXISTS FOR (n:ReformField) ON (n.municipality, n.sortKey);
CREATE INDEX reform_perspective_order IF NOT EXISTS FOR (n:ReformPerspective) ON (n.municipality, n.sortKey);
CREATE INDEX reform_sheet_order IF NOT EXISTS FOR (n:ReformSheet) ON (n.municipality, n.sortKey);
CREATE INDEX annual_goal_order IF NOT EXISTS FOR (n:AnnualGoal) ON (n.municipality, n.sortKey);
CREATE INDEX evaluation_order IF NOT EXISTS FOR (n:Evaluation) ON (n.municipality, n.sortKey);
CREATE INDEX source_document_order IF NOT EXISTS FOR (n:SourceDocument) ON (n.municipality, n.sortKey);
