import { useAnswer } from '../../client/use-answer.js';
import { CitiesByMarkDocument, type CitiesMarksFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { none } from '../../parts/lists.js';
import { TableSection } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { pageTypes } from '../types/all.js';
import { useChosenCities } from './chosen-cities.js';
import { type City, keyOf } from './city.js';
import { useCityColumn } from './city-column.js';
import { ListOfCity, Told } from './city-links.js';
import { kindsWithMarks, type Mark, marksOf } from './marks.js';
import { useCityWords } from './words.js';

/** How much of a city was read for what has no mark: where no evaluation of any of it was, that is no part. */
function toldOfNone(coverage: CitiesMarksFragment['coverage'], city: City, count: number) {
  const told = coverage.municipalities.find(({ municipality }) => municipality === city.key);
  const unread = told?.missing.find(({ field }) => field === 'evaluations')?.count ?? 0;
  return told && count > 0 && unread >= count ? { ...told, state: 'NOT_READ' as const } : told;
}

/** How what the cities evaluate is distributed over the marks of each: no two cities share a scale. */
export function MarksTable() {
  const words = useCityWords();
  const { vocabulary } = useLabels();
  const { stage } = useView();
  const { shown } = useChosenCities();
  const name = useCityColumn<Mark>(({ city }) => city);
  const { answer, request } = useAnswer(CitiesByMarkDocument, { cities: shown.map(keyOf), stage });
  const rows = marksOf(shown, answer);
  const isPartial = kindsWithMarks(rows).some((kind) => answer[kind].coverage.state !== 'COMPLETE');
  const titles: readonly Column<Mark>[] = [
    {
      id: 'mark',
      title: vocabulary.field('Evaluation', 'mark'),
      value: ({ mark }) => mark ?? words.none(isPartial),
      cell: ({ mark }) => mark ?? <span className="quiet-text">{words.none(isPartial)}</span>,
    },
    ...(rows.some(({ meaning }) => meaning !== '')
      ? [{ id: 'meaning', title: vocabulary.field('ScaleLevel', 'meaning'), value: ({ meaning }: Mark) => meaning }]
      : []),
  ];
  const columns = kindsWithMarks(rows).map(
    (kind): Column<Mark> => ({
      id: kind,
      title: vocabulary.types(pageTypes.find(({ plural }) => plural === kind)?.name ?? kind),
      value: ({ counts }) => counts[kind],
      numeric: true,
      cell: ({ city, mark, counts }) => {
        const count = counts[kind];
        const number = count > 0 && (
          <ListOfCity city={city} list={kind} filters={{ mark: mark ?? none }}>
            {count}
          </ListOfCity>
        );
        return mark === null ? (
          <Told coverage={toldOfNone(answer[kind].coverage, city, count)}>{number || 0}</Told>
        ) : (
          number
        );
      },
    }),
  );
  return (
    <TableSection
      title={words.byMark}
      rows={rows}
      columns={[name, ...titles, ...columns]}
      keyOf={({ city, mark }) => `${city.key} ${mark ?? ''}`}
      request={request}
    >
      <p className="quiet-text">{words.marksCounted}</p>
    </TableSection>
  );
}
