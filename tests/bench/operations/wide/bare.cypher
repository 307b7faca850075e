MATCH (city:Municipality {code: $code})
RETURN city {
  .id, .name,
  policyFields: COLLECT {
    MATCH (city)<-[:FIELD_OF]-(f:PolicyField)
    WITH f ORDER BY f.sortKey
    RETURN f {
      .number, .name,
      policyItems: COLLECT {
        MATCH (f)<-[:IN_FIELD]-(i:PolicyItem)
        WHERE i.effective
        WITH i ORDER BY i.sortKey
        RETURN i {
          .id, .code, .name,
          sdgs: COLLECT {
            MATCH (i)-[touches:TOUCHES]->(s:Sdg)
            WHERE touches.effective
            WITH s ORDER BY s.sortKey
            RETURN s { .number, .name, .color }
          },
          measures: COLLECT {
            MATCH (i)<-[part:PART_OF]-(m:Measure)
            WHERE part.effective AND m.effective
            WITH m ORDER BY m.sortKey
            RETURN m {
              .id, .code, .name, .nameEn,
              departments: COLLECT {
                MATCH (m)-[owned:OWNED_BY]->(d:Department)
                WHERE owned.effective
                WITH d ORDER BY d.sortKey
                RETURN d { .id, .name }
              },
              reformSheets: COLLECT {
                MATCH (m)<-[:IMPLEMENTS]-(sheet:ReformSheet)
                WITH sheet ORDER BY sheet.sortKey
                RETURN sheet { .id, .number, .name }
              }
            }
          }
        }
      }
    }
  }
} AS municipality
