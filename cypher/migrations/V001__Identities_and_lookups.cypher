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
