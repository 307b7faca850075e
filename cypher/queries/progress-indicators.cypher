// What is known of the figures of some indicators, and the last of their actual values that is a number.
UNWIND $keys AS key
MATCH (n:Node&Indicator {id: key})
RETURN key, {
  id: key, direction: n.direction, baseline: n.baselineValue, target: n.targetValue,
  unit: coalesce(n.targetUnit, n.baselineUnit, n.unit), baselineYear: n.baselineYear, targetYear: n.targetYear,
  comparator: n.targetComparator, sources: n.sources,
  actual: head(COLLECT {
    MATCH (o:Observation)-[:OBSERVES]->(n) WHERE o.actualValue IS NOT NULL
    RETURN {value: o.actualValue, year: o.fiscalYear, sources: o.sources} ORDER BY o.fiscalYear DESC, o.id LIMIT 1
  })
} AS answer
