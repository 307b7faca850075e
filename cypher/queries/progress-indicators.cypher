// What is known of the figures of some indicators.
UNWIND $keys AS key
MATCH (n:Node&Indicator {id: key})
RETURN key, {
  id: key, direction: n.direction, baseline: n.baselineValue, target: n.targetValue,
  unit: coalesce(n.targetUnit, n.baselineUnit, n.unit), baselineYear: n.baselineYear, targetYear: n.targetYear,
  comparator: n.targetComparator, sources: n.sources
} AS answer
