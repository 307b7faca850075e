// Indicators of the adopted plan that it gives no baseline figure: those with a target, and those of linkage plans, which have neither.
UNWIND $municipalities AS city
MATCH (n:Indicator)
WHERE n.municipality = city AND n.sortKey IS NOT NULL AND n.effective
  AND 'ADOPTED' IN n.stages AND 'OUTCOME' IN n.roles AND n.baselineValue IS NULL
OPTIONAL MATCH (n)-[r:INDICATES_PLAN]->(plan:LinkagePlan) WHERE r.effective
RETURN n {city: city, subject: n.id, .name, .nameEn, code: null, target: n.targetText, plan: plan.name, planEn: plan.nameEn,
  sources: [n.sources]} AS row
ORDER BY city, n.sortKey
