import { SaveAs } from '../../client/save-as.js';
import { useAnswer } from '../../client/use-answer.js';
import { GradesByReformFieldDocument, type GradesByReformFieldQueryVariables } from '../../graphql/graphql.js';
import { useLanguage } from '../../language/language.js';
import { ListLink } from '../../parts/list-link.js';
import { tailOf } from '../../parts/lists.js';
import { Section } from '../../parts/section.js';
import './grades-by-field.css';
import { useOverviewWords } from './words.js';

/** How the sheets of each reform field were graded, as bars of numbers that open the sheets they counted. */
export function GradesByField({ variables }: { readonly variables: GradesByReformFieldQueryVariables }) {
  const words = useOverviewWords();
  const language = useLanguage();
  const { answer, request } = useAnswer(GradesByReformFieldDocument, variables);
  const { rows, columns, cells } = answer.crossTab;
  const most = Math.max(1, ...rows.map(({ total }) => total));
  return (
    <Section title={words.grades} request={request} takeAway={<SaveAs request={request} connection="crossTab" />}>
      <ul className="grade-fields">
        {rows.map((row) => {
          const reformField = tailOf(row.key);
          const label = (language === 'en' && row.labelEn) || row.label;
          return (
            <li key={row.key}>
              <ListLink list="reformSheets" filters={{ reformField }}>
                <span className="thing-code">{row.code}</span> {label} {words.sheets(row.total)}
              </ListLink>
              <ul className="grade-bar" style={{ inlineSize: `${(row.total / most) * 100}%` }}>
                {columns.map(({ key: grade }) => {
                  const count = cells.find((cell) => cell.row === row.key && cell.column === grade)?.count ?? 0;
                  if (count === 0) return null;
                  return (
                    <li key={grade} style={{ flexGrow: count }} data-grade={grade}>
                      <ListLink
                        list="reformSheets"
                        filters={{ reformField, grade }}
                        label={words.cell(label, words.grade(grade), count)}
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
      <ul className="grade-legend">
        {columns.map(({ key: grade, total }) => (
          <li key={grade} data-grade={grade}>
            <ListLink list="reformSheets" filters={{ grade }}>
              {words.grade(grade)} {words.sheets(total)}
            </ListLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
