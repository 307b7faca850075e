// {"p0":"CURRENT","p1":"DRAFT","p2":"5-6","p3":"5-6","p4":"5-6","p5":"5-6","p6":50}
RETURN [
  COUNT {
    MATCH (n0:Measure)
    WITH n0
      WHERE ($p0 IN n0.stages
        AND EXISTS {
          MATCH (n0)-[r5:PART_OF]->(n6:PolicyItem)
            WHERE $p0 IN r5.stages AND $p0 IN coalesce(n6.shownAt, n6.stages) AND n6.code = $p4
        })
        AND ($p1 IN n0.stages
          AND EXISTS {
            MATCH (n0)-[r7:PART_OF]->(n8:PolicyItem)
              WHERE $p1 IN r7.stages AND $p1 IN coalesce(n8.shownAt, n8.stages) AND n8.code = $p5
          })
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Measure)
WITH n0
  WHERE ($p0 IN n0.stages
    AND EXISTS {
      MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
        WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages) AND n2.code = $p2
    })
    AND ($p1 IN n0.stages
      AND EXISTS {
        MATCH (n0)-[r3:PART_OF]->(n4:PolicyItem)
          WHERE $p1 IN r3.stages AND $p1 IN coalesce(n4.shownAt, n4.stages) AND n4.code = $p3
      })
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p6)
RETURN [n0.code, n0.id, n0.name] AS answer

// {"p0":"CURRENT","p1":"DRAFT","p2":"5-6","p3":"5-6","p4":"5-6","p5":"5-6","p6":50}
RETURN [
  COUNT {
    MATCH (n0:Measure)
    WITH n0
      WHERE ($p0 IN n0.stages
        AND EXISTS {
          MATCH (n0)-[r5:PART_OF]->(n6:PolicyItem)
            WHERE $p0 IN r5.stages AND $p0 IN coalesce(n6.shownAt, n6.stages) AND n6.code = $p4
        })
        OR ($p1 IN n0.stages
          AND EXISTS {
            MATCH (n0)-[r7:PART_OF]->(n8:PolicyItem)
              WHERE $p1 IN r7.stages AND $p1 IN coalesce(n8.shownAt, n8.stages) AND n8.code = $p5
          })
    RETURN n0
  }
] AS answer
UNION ALL
MATCH (n0:Measure)
WITH n0
  WHERE ($p0 IN n0.stages
    AND EXISTS {
      MATCH (n0)-[r1:PART_OF]->(n2:PolicyItem)
        WHERE $p0 IN r1.stages AND $p0 IN coalesce(n2.shownAt, n2.stages) AND n2.code = $p2
    })
    OR ($p1 IN n0.stages
      AND EXISTS {
        MATCH (n0)-[r3:PART_OF]->(n4:PolicyItem)
          WHERE $p1 IN r3.stages AND $p1 IN coalesce(n4.shownAt, n4.stages) AND n4.code = $p3
      })
WITH n0
  ORDER BY n0.sortKey
  LIMIT toInteger($p6)
RETURN [n0.code, n0.id, n0.name] AS answer

// {"p0":"CURRENT","p1":"DRAFT","p2":"ADOPTED"}
RETURN [
  COUNT {
    MATCH (n0:RelatedPlan)
    WITH n0
      WHERE ($p0 IN n0.stages) AND ($p1 IN n0.stages) AND ($p2 IN n0.stages)
    RETURN n0
  }
] AS answer

// {"p0":"CURRENT","p1":"DRAFT","p2":50,"p3":50,"keys":[{"code":"6-2"}]}
UNWIND range(0, size($keys) - 1) AS index
WITH index, $keys[index] AS key
CALL (key) {
  MATCH (n0:PolicyItem)
    WHERE n0.effective AND n0.code = key.code
  RETURN n0
    LIMIT 2
}
RETURN index, [
  [
    [
      COUNT {
        MATCH (n0)<-[r1:PART_OF]-(x2)-[r3:OWNED_BY]->(n4)
        WITH DISTINCT n4
          WHERE (EXISTS {
            MATCH (n0)<-[r11:PART_OF]-(x12)-[r13:OWNED_BY]->(n4)
              WHERE $p0 IN r11.stages AND $p0 IN x12.stages AND $p0 IN r13.stages
          })
            AND (EXISTS {
              MATCH (n0)<-[r14:PART_OF]-(x15)-[r16:OWNED_BY]->(n4)
                WHERE $p1 IN r14.stages AND $p1 IN x15.stages AND $p1 IN r16.stages
            })
        RETURN n4
      }
    ],
    COLLECT {
      MATCH (n0)<-[r1:PART_OF]-(x2)-[r3:OWNED_BY]->(n4)
      WITH DISTINCT n4
        WHERE (EXISTS {
          MATCH (n0)<-[r5:PART_OF]-(x6)-[r7:OWNED_BY]->(n4)
            WHERE $p0 IN r5.stages AND $p0 IN x6.stages AND $p0 IN r7.stages
        })
          AND (EXISTS {
            MATCH (n0)<-[r8:PART_OF]-(x9)-[r10:OWNED_BY]->(n4)
              WHERE $p1 IN r8.stages AND $p1 IN x9.stages AND $p1 IN r10.stages
          })
      WITH n4
        ORDER BY n4.sortKey
        LIMIT toInteger($p2)
      RETURN [n4.id, n4.name]
    }
  ],
  [
    [
      COUNT {
        MATCH (n0)-[r18:RELATES_TO]->(n19)
        WITH n19, r18
          WHERE ($p0 IN r18.stages AND $p0 IN n19.stages)
            OR ($p1 IN r18.stages AND $p1 IN n19.stages)
        RETURN n19
      }
    ],
    COLLECT {
      MATCH (n0)-[r18:RELATES_TO]->(n19)
      WITH n19, r18
        WHERE ($p0 IN r18.stages AND $p0 IN n19.stages) OR ($p1 IN r18.stages AND $p1 IN n19.stages)
      WITH n19, r18
        ORDER BY n19.sortKey
        LIMIT toInteger($p3)
      RETURN [r18.stages, [n19.name]]
    }
  ],
  [
    [
      COUNT {
        MATCH (n0)-[r21:RELATES_TO]->(n22)
        WITH n22, r21
          WHERE ($p0 IN r21.stages AND $p0 IN n22.stages)
            AND ($p1 IN r21.stages AND $p1 IN n22.stages)
        RETURN n22
      },
      COLLECT {
        MATCH (n0)-[r21:RELATES_TO]->(n22)
        WITH n22, r21
          WHERE ($p0 IN r21.stages AND $p0 IN n22.stages)
            AND ($p1 IN r21.stages AND $p1 IN n22.stages)
        OPTIONAL MATCH (n22)<-[r23:RELATES_TO]-(n24:PolicyItem)
          WHERE r23.effective
        WITH DISTINCT n22, n24.id AS v25, n24.name AS l26, n24.nameEn AS e27, toString(n24.code) AS k28
        RETURN [v25, l26, e27, k28]
      }
    ],
    []
  ]
] AS answer
