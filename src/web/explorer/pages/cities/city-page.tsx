import { Link, useParams } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { CityDocument, type CityQuery } from '../../graphql/graphql.js';
import { dayIn, useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import type { Column } from '../../parts/data-table.js';
import { PageTitle } from '../../parts/page-title.js';
import { Section, TableSection, Waiting } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView, type View } from '../../site/view.js';
import { pageTypes } from '../types/all.js';
import { ListOfCity } from './city-links.js';
import { useCityWords } from './words.js';

/** What is known of a city, by kind and stage, and from which documents: `/cities/honjo`. */
export function CityPage() {
  const { key = '' } = useParams();
  const { municipality: city } = useView();
  const { notLoaded } = useCityWords();
  const { nameOf } = useLabels();
  if (city.key !== key) return <p>{notLoaded(key)}</p>;
  return (
    <div className="stack">
      <PageTitle title={nameOf(city)} />
      <Ways />
      <Waiting>
        <Known city={city} />
      </Waiting>
    </div>
  );
}

/** The pages of the city. */
function Ways() {
  const { ways } = useCityWords();
  const { pages } = useWords();
  const { link } = useView();
  const names = ['overview', 'progress', 'sdgs', 'collaboration', 'compare', 'gaps', 'cities'] as const;
  return (
    <nav className="row small" aria-label={ways}>
      {names.map((page) => (
        <Link key={page} to={link(page === 'overview' ? '/' : `/${page}`)}>
          {pages[page]}
        </Link>
      ))}
    </nav>
  );
}

const readings = ['inForce', 'current', 'draft', 'adopted'] as const;
type Reading = (typeof readings)[number];
type Known = CityQuery[Reading]['types'][number];

const stageOf = (reading: Reading): View['stage'] =>
  reading === 'inForce' ? null : (reading.toUpperCase() as NonNullable<View['stage']>);

function Known({ city }: { readonly city: View['municipality'] }) {
  const words = useCityWords();
  const { vocabulary, language, pick } = useLabels();
  const { answer, request } = useAnswer(CityDocument, { municipality: city.key });
  const dataset = answer.datasets.find(({ municipality }) => municipality === city.key);
  const documents = dataset?.sourceDocuments ?? [];
  const known = (reading: Reading, type: string) => answer[reading].types.find((each) => each.type === type);
  // What no stage of the city has is no kind of thing that it has.
  const types = answer.inForce.types.filter(({ type }) =>
    readings.some((reading) => (known(reading, type)?.count ?? 0) > 0),
  );
  const columns = readings.map((reading): Column<Known> => {
    const stage = stageOf(reading);
    return {
      id: reading,
      title: stage === null ? words.inForce : vocabulary.value('PlanStage', stage),
      value: ({ type }) => known(reading, type)?.count ?? 0,
      numeric: true,
      cell: ({ type }) => {
        const found = known(reading, type);
        const listed = pageTypes.find(({ name }) => name === type);
        if (!found) return null;
        const { count, coverage } = found;
        return (
          <>
            {listed?.list && count > 0 ? (
              <ListOfCity city={city} list={listed.plural} stage={stage}>
                {count}
              </ListOfCity>
            ) : (
              count
            )}{' '}
            {coverage.state !== 'COMPLETE' && (
              <span className="quiet-text" title={pick(coverage.note, coverage.noteEn)}>
                {words.states[coverage.state]}
              </span>
            )}
          </>
        );
      },
    };
  });
  const kind: Column<Known> = {
    id: 'kind',
    title: words.kind,
    value: ({ type }) => vocabulary.types(type),
    isName: true,
  };
  return (
    <>
      <TableSection
        title={words.coverage}
        rows={types}
        columns={[kind, ...columns]}
        keyOf={({ type }) => type}
        request={request}
      />
      <Section title={words.documents(documents.length, dataset ? dayIn(language, dataset.loadedAt) : '—')}>
        {documents.length === 0 ? (
          <p className="quiet-text">{words.noDocuments}</p>
        ) : (
          <ul>
            {documents.map((document) => (
              <li key={document.id}>
                <ThingLink thing={document} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
