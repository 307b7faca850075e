MATCH (:Municipality {code: $code})<-[:FIELD_OF]-(:PolicyField)<-[:IN_FIELD]-(item:PolicyItem)
WHERE item.effective
MATCH (item)<-[indicates:INDICATES]-(n:Indicator)
WHERE indicates.effective AND n.effective
WITH n, item ORDER BY n.sortKey, n.id
RETURN n {
  .id, .number, .name, .nameEn, .aliases, .summary, .summaryEn, .roles, .definition, .unit, .direction,
  .baselineText, .baselineValue, .baselineUnit, .baselineComparator, .baselineYear,
  .targetText, .targetValue, .targetUnit, .targetComparator, .targetYear,
  .stages, .effective, .sources,
  policyItem: item { .id },
  linkagePlan: head([
    (n)-[measures:INDICATES_PLAN]->(plan:LinkagePlan) WHERE measures.effective AND plan.effective | plan { .id }
  ]),
  proposals: COLLECT { MATCH (n)<-[:PROPOSES]-(p:IndicatorProposal) WITH p ORDER BY p.sortKey RETURN p { .id } },
  changes: COLLECT { MATCH (n)<-[:CHANGES]-(c:Change) WITH c ORDER BY c.sortKey RETURN c { .id } },
  passages: COLLECT { MATCH (n)<-[:TEXT_OF]-(t:Passage) WITH t ORDER BY t.sortKey RETURN t { .id } }
} AS `indicators[]`
