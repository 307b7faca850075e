MATCH (d:Department {name: $department})-[:DIVISION_OF]->(:Municipality {code: $code})
MATCH (d)<-[owned:OWNED_BY]-(m:Measure)-[part:PART_OF]->(i:PolicyItem)-[touches:TOUCHES]->(:Sdg {number: $sdg})
WHERE owned.effective AND m.effective AND part.effective AND i.effective AND touches.effective
WITH DISTINCT m ORDER BY m.sortKey
RETURN m { .id, .code, .name, .nameEn } AS `measures[]`
