MATCH (:Municipality {code: $code})<-[:REFORM_FIELD_OF]-(:ReformField)<-[:IN_REFORM_FIELD]-(sheet:ReformSheet)
MATCH (sheet)<-[:GOAL_OF]-(goal:AnnualGoal)
WITH goal, sheet, sheet.sortKey AS sheetKey, goal.fiscalYear AS year, goal.id AS id
WHERE sheetKey < $key OR sheetKey = $key AND (year > $year OR year = $year AND id > $id)
ORDER BY sheetKey DESC, year, id LIMIT 21
WITH collect(goal { .id, .fiscalYear, .text, .value, .unit, sheet: sheet { .number, .name } }) AS goals
RETURN { pageInfo: { hasNextPage: size(goals) > 20 }, nodes: goals[..20] } AS annualGoals
