MATCH (d:Department {name: $department})
WHERE d.municipality = $city
RETURN d {
  .id, .name, .nameEn,
  measures: COLLECT {
    MATCH (d)<-[owned:OWNED_BY]-(m:Measure)
    WHERE owned.effective AND m.effective
    WITH m ORDER BY m.sortKey
    RETURN m {
      .id, .code, .name,
      policyItem: head([
        (m)-[part:PART_OF]->(i:PolicyItem) WHERE part.effective AND i.effective |
        i {
          .id, .code, .name,
          sdgs: COLLECT {
            MATCH (i)-[touches:TOUCHES]->(s:Sdg)
            WHERE touches.effective
            WITH s ORDER BY s.sortKey
            RETURN s { .number, .name, .color }
          }
        }
      ]),
      reformSheets: COLLECT {
        MATCH (m)<-[:IMPLEMENTS]-(sheet:ReformSheet)
        WITH sheet ORDER BY sheet.sortKey
        RETURN sheet { .id, .number, .name }
      }
    }
  },
  ledSheets: COLLECT {
    MATCH (d)<-[:LED_BY]-(sheet:ReformSheet)
    WITH sheet ORDER BY sheet.sortKey
    RETURN sheet { .id, .number, .name, .targetFiscalYear }
  }
} AS department
