// Indicators of the adopted plan that it gives no baseline figure: those with a target, and those of linkage plans, which have neither.
UNWIND $municipalities AS city
MATCH (n:Indicator)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective
  AND 'ADOPTED' IN n.stages AND 'OUTCOME' IN n.roles AND n.baselineValue IS NULL
OPTIONAL MATCH (n)-[r:INDICATES_PLAN]->(plan:LinkagePlan) WHERE r.effective
RETURN city, n.id AS subject, n.name AS name, n.nameEn AS nameEn, null AS code, n.baselineText AS baseline,
  n.targetText AS target, plan.name AS plan, plan.nameEn AS planEn,
  [[n.sourceDocuments, n.sourceStages, n.sourceFirstLines, n.sourceLastLines]] AS sources
ORDER BY city, n.sortKey
