// What changed in the given steps of the planning cycle. Where the steps are put together into one ($together), a thing that one step adds and a later one removes is left out, and so is "unchanged" where another step changed it.
UNWIND $municipalities AS city
MATCH (c:Node&Change {municipality: city})-[:CHANGES]->(subject)
WHERE ($steps IS NULL OR [c.fromStage, c.toStage] IN $steps)
  AND ($kinds IS NULL OR c.kind IN $kinds)
  AND ($fields IS NULL OR c.field IN $fields)
  AND ($types IS NULL OR any(label IN labels(subject) WHERE label IN $types))
  AND NOT ($together AND (
    (c.kind = 'UNCHANGED' AND EXISTS {
      MATCH (subject)<-[:CHANGES]-(other:Change)
      WHERE other.kind <> 'UNCHANGED' AND [other.fromStage, other.toStage] IN $steps AND other.fromStage <> c.fromStage
        AND (c.field IS NULL OR other.field IS NULL OR other.field = c.field)
    })
    OR (c.field IS NULL AND c.kind IN ['ADDED', 'REMOVED'] AND EXISTS {
      MATCH (subject)<-[:CHANGES]-(other:Change)
      WHERE other.field IS NULL AND [other.fromStage, other.toStage] IN $steps AND other.kind <> c.kind
        AND other.kind IN ['ADDED', 'REMOVED'] AND other.fromStage <> c.fromStage
    })
  ))
RETURN c.id AS id
