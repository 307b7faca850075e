import type { CSSProperties } from 'react';
import { useAnswer } from '../../client/use-answer.js';
import {
  SdgByDepartmentDocument,
  type SdgByDepartmentQuery,
  type SdgByDepartmentQueryVariables,
} from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { ListLink } from '../../parts/list-link.js';
import { none, tailOf } from '../../parts/lists.js';
import { ScrollArea } from '../../parts/scroll-area.js';
import { SdgMark } from '../../parts/sdg-mark.js';
import { Section } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useGridKeys } from '../../parts/use-grid-keys.js';
import './heat-map.css';
import { useOverviewWords } from './words.js';

type Header = Pick<SdgByDepartmentQuery['crossTab']['rows'][number], 'key' | 'label' | 'labelEn'>;

/** How many shades there are; a cell as full as the fullest has the last. */
const shades = 5;

/** SDGs by department, counting measures: the busiest department first, each number opening the measures it counted. */
export function HeatMap({ variables }: { readonly variables: SdgByDepartmentQueryVariables }) {
  const words = useOverviewWords();
  const { nameOf, pick } = useLabels();
  const keys = useGridKeys();
  const { answer, request } = useAnswer(SdgByDepartmentDocument, variables);
  const { rows, columns, cells, grandTotal, coverage, note, noteEn } = answer.crossTab;
  const counts = new Map(cells.map(({ row, column, count }) => [`${row} ${column}`, count]));
  const fullest = Math.max(1, ...cells.map(({ count }) => count));
  const departments = rows.toSorted((a, b) => Number(a.key === none) - Number(b.key === none) || b.total - a.total);
  const labelOf = ({ label, labelEn }: Header) => nameOf({ name: label, nameEn: labelEn });
  const filterBy = (name: string, { key }: Header) => ({ [name]: key === none ? none : tailOf(key) });
  /** A number of measures that opens them. */
  const numberOf = (count: number, row: string, column: string, filters: Readonly<Record<string, string>>) => (
    <ListLink list="measures" filters={filters} label={words.cell(row, column, count)}>
      {count}
    </ListLink>
  );
  return (
    <Section title={words.heatMap} request={request} save={{ connection: 'crossTab' }} coverage={coverage}>
      <p className="quiet-text">
        {[rows, columns].some((headers) => headers.every(({ key }) => key === none))
          ? words.heatMapEmpty
          : words.heatMapHint}
      </p>
      {/* Arrow keys go from cell to cell, and scroll to them. */}
      <ScrollArea label={words.heatMap} className="heat-map small quiet-links" isStop={false}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which keys move is a grid */}
        <table role="grid" aria-label={words.heatMap} {...keys}>
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
                  const filters = { ...filterBy('sdg', column), ...filterBy('department', row) };
                  return (
                    <td key={column.key} style={{ '--shade': Math.ceil((count / fullest) * shades) } as CSSProperties}>
                      {count > 0 &&
                        numberOf(count, labelOf(row), column.code ? `SDG ${column.code}` : labelOf(column), filters)}
                    </td>
                  );
                })}
                <td className="heat-map-total">
                  {numberOf(row.total, labelOf(row), words.total, filterBy('department', row))}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              {columns.map((column) => (
                <td key={column.key} className="heat-map-total">
                  {numberOf(
                    column.total,
                    words.total,
                    `${column.code ?? ''} ${labelOf(column)}`,
                    filterBy('sdg', column),
                  )}
                </td>
              ))}
              <td className="heat-map-total">{numberOf(grandTotal, words.total, words.total, {})}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollArea>
      <p className="quiet-text">{pick(note, noteEn)}</p>
    </Section>
  );
}
