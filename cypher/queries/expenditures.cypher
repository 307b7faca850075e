// The number of projects in force under each title of the budget, with what they cost by fiscal year.
UNWIND $municipalities AS city
MATCH (p:Project)
WHERE p.municipality = city AND p.sortKey IS NOT NULL AND p.effective
WITH city, p.expenditureFunction AS title, collect(p) AS projects
RETURN city, title, size(projects) AS projects,
  COLLECT {
    UNWIND projects AS p
    MATCH (c:Cost)-[:COST_OF]->(p)
    WHERE $fiscalYears IS NULL OR c.fiscalYear IN $fiscalYears
    WITH c.fiscalYear AS year, sum(c.budget) AS budget, sum(c.settled) AS settled,
      count(DISTINCT CASE WHEN c.budget IS NOT NULL THEN p END) AS budgetProjects,
      count(DISTINCT CASE WHEN c.settled IS NOT NULL THEN p END) AS settledProjects
    RETURN {year: year, budget: budget, settled: settled, budgetProjects: budgetProjects, settledProjects: settledProjects}
  } AS years
