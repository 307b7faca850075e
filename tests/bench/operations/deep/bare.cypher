MATCH (city:Municipality {code: $code})
WITH city, COLLECT {
  MATCH (city)<-[:FIELD_OF]-(f:PolicyField)
  WITH f ORDER BY f.number DESC, f.id LIMIT 6
  WITH f, COLLECT {
    MATCH (f)<-[:IN_FIELD]-(i:PolicyItem)
    WHERE i.effective
    WITH i ORDER BY i.sortKey DESC, i.id LIMIT 6
    WITH i, COLLECT {
      MATCH (i)<-[part:PART_OF]-(m:Measure)
      WHERE part.effective AND m.effective
      WITH m ORDER BY m.sortKey DESC, m.id LIMIT 6
      RETURN m { .code, .name }
    } AS measures
    RETURN i { .code, .name, measures: { pageInfo: { hasNextPage: size(measures) > 5 }, nodes: measures[..5] } }
  } AS items
  RETURN f { .number, .name, policyItems: { pageInfo: { hasNextPage: size(items) > 5 }, nodes: items[..5] } }
} AS fields
RETURN city { .name, policyFields: { pageInfo: { hasNextPage: size(fields) > 5 }, nodes: fields[..5] } } AS municipality
