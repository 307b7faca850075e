import { noneHeaders } from '../../../../labels/empty-cells.js';
import { useAnswer } from '../../client/use-answer.js';
import { GradesByReformFieldDocument, type GradesByReformFieldQueryVariables } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { ListLink } from '../../parts/list-link.js';
import { tailOf } from '../../parts/lists.js';
import { Section } from '../../parts/section.js';
import { TermLink } from '../../parts/term-link.js';
import { Code } from '../../parts/thing-link.js';
import './grades-by-field.css';
import { useOverviewWords } from './words.js';

/** How the sheets of each reform field were graded, as bars of numbers that open the sheets they counted. */
export function GradesByField({ variables }: { readonly variables: GradesByReformFieldQueryVariables }) {
  const words = useOverviewWords();
  const {
    terms,
    crossTable: { cell },
  } = useWords();
  const { pick } = useLabels();
  const { answer, request } = useAnswer(GradesByReformFieldDocument, variables);
  const { rows, columns, cells, coverage } = answer.crossTab;
  /** That sheets have no grade is said of those only whose grades were read. */
  const nameOf = ({ key, noneState }: (typeof columns)[number]) =>
    noneState && noneState !== 'COMPLETE'
      ? pick(noneHeaders[noneState].ja, noneHeaders[noneState].en)
      : words.grade(key);
  const most = Math.max(1, ...rows.map(({ total }) => total));
  return (
    <Section title={words.grades} request={request} save={{ connection: 'crossTab' }} coverage={coverage}>
      <ul className="grade-fields plain stack">
        {rows.map((row) => {
          const reformField = tailOf(row.key);
          const label = pick(row.label, row.labelEn ?? row.label);
          return (
            <li key={row.key}>
              <ListLink list="reformSheets" filters={{ reformField }}>
                <Code>{row.code}</Code> {label} {words.sheets(row.total)}
              </ListLink>
              <ul className="grade-bar plain quiet-links" style={{ inlineSize: `${(row.total / most) * 100}%` }}>
                {columns.map((column) => {
                  const grade = column.key;
                  const count = cells.find((cell) => cell.row === row.key && cell.column === grade)?.count ?? 0;
                  if (count === 0) return null;
                  return (
                    <li key={grade} style={{ flexGrow: count }} data-grade={grade}>
                      <ListLink
                        list="reformSheets"
                        filters={{ reformField, grade }}
                        label={cell(label, nameOf(column), count)}
                      >
                        {count}
                      </ListLink>
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ul>
      <p className="small">
        <TermLink term="grade">{terms.grade}</TermLink>
      </p>
      <ul className="grade-legend plain row small">
        {columns.map((column) => (
          <li key={column.key} data-grade={column.key}>
            <ListLink list="reformSheets" filters={{ grade: column.key }}>
              {nameOf(column)} {words.sheets(column.total)}
            </ListLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
