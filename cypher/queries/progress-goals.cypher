// The course of each reform sheet and its goals, year by year.
UNWIND $municipalities AS city
MATCH (s:ReformSheet)
WHERE s.municipality = city AND s.sortKey IS NOT NULL
RETURN s.id AS sheet, s.startFiscalYear AS start, s.targetFiscalYear AS end,
  COLLECT {
    MATCH (g:AnnualGoal)-[:GOAL_OF]->(s)
    WITH g ORDER BY g.fiscalYear
    RETURN {id: g.id, year: g.fiscalYear, text: g.text, phrases: g.phrases, value: g.value, unit: g.unit, comparator: g.comparator}
  } AS goals
ORDER BY city, s.sortKey
