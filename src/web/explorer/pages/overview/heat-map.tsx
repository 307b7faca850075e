import { SaveAs } from '../../client/save-as.js';
import { useAnswer } from '../../client/use-answer.js';
import { SdgByDepartmentDocument, type SdgByDepartmentQueryVariables } from '../../graphql/graphql.js';
import { useLanguage } from '../../language/language.js';
import { ListLink } from '../../parts/list-link.js';
import { none, tailOf } from '../../parts/lists.js';
import { SdgMark } from '../../parts/sdg-mark.js';
import { Section } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import './heat-map.css';
import { useOverviewWords } from './words.js';

/** How many shades there are; a cell as full as the fullest has the last. */
const shades = 5;

/** SDGs by department, counting measures: the busiest department first, each number opening the measures it counted. */
export function HeatMap({ variables }: { readonly variables: SdgByDepartmentQueryVariables }) {
  const words = useOverviewWords();
  const language = useLanguage();
  const { answer, request } = useAnswer(SdgByDepartmentDocument, variables);
  const { rows, columns, cells, grandTotal, note, noteEn } = answer.crossTab;
  const counts = new Map(cells.map(({ row, column, count }) => [`${row} ${column}`, count]));
  const fullest = Math.max(1, ...cells.map(({ count }) => count));
  const departments = rows.toSorted((a, b) => Number(a.key === none) - Number(b.key === none) || b.total - a.total);
  const labelOf = ({ label, labelEn }: { readonly label: string; readonly labelEn: string | null }) =>
    (language === 'en' && labelEn) || label;
  const filter = (name: string, key: string) => ({ [name]: key === none ? none : tailOf(key) });

  return (
    <Section title={words.heatMap} request={request} takeAway={<SaveAs request={request} connection="crossTab" />}>
      <p className="quiet-text">
        {[rows, columns].some((headers) => headers.every(({ key }) => key === none))
          ? words.heatMapEmpty
          : words.heatMapHint}
      </p>
      <div className="heat-map">
        <table aria-label={words.heatMap}>
          <thead>
            <tr>
              <th scope="col">{words.department}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.node?.__typename === 'Sdg' ? <SdgMark sdg={column.node} /> : labelOf(column)}
                </th>
              ))}
              <th scope="col">{words.total}</th>
            </tr>
          </thead>
          <tbody>
            {departments.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.key === none ? (
                    words.none
                  ) : (
                    <ThingLink thing={{ id: row.key, name: row.label, nameEn: row.labelEn }} />
                  )}
                </th>
                {columns.map((column) => {
                  const count = counts.get(`${row.key} ${column.key}`) ?? 0;
                  return (
                    <td key={column.key} data-shade={Math.ceil((count / fullest) * shades)}>
                      {count > 0 && (
                        <ListLink
                          list="measures"
                          filters={{ ...filter('sdg', column.key), ...filter('department', row.key) }}
                          label={words.cell(labelOf(row), column.code ? `SDG ${column.code}` : labelOf(column), count)}
                        >
                          {count}
                        </ListLink>
                      )}
                    </td>
                  );
                })}
                <td className="heat-map-total">
                  <ListLink
                    list="measures"
                    filters={filter('department', row.key)}
                    label={words.cell(labelOf(row), words.total, row.total)}
                  >
                    {row.total}
                  </ListLink>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              {columns.map((column) => (
                <td key={column.key} className="heat-map-total">
                  <ListLink
                    list="measures"
                    filters={filter('sdg', column.key)}
                    label={words.cell(words.total, `${column.code ?? ''} ${labelOf(column)}`, column.total)}
                  >
                    {column.total}
                  </ListLink>
                </td>
              ))}
              <td className="heat-map-total">
                <ListLink list="measures" label={words.cell(words.total, words.total, grandTotal)}>
                  {grandTotal}
                </ListLink>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="quiet-text">{language === 'ja' ? note : noteEn}</p>
    </Section>
  );
}
