import { Link, useParams } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { CityDocument, type CityQuery } from '../../graphql/graphql.js';
import { dayIn, useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import type { Column } from '../../parts/data-table.js';
import { PageTitle } from '../../parts/page-title.js';
import { Section, TableSection, Waiting } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { levelNamesOf, useView, type View } from '../../site/view.js';
import { FactList } from '../thing/fact-list.js';
import { pageTypes } from '../types/all.js';
import { CityLink, ListOfCity, Told } from './city-links.js';
import './cities.css';
import { useCityWords } from './words.js';

/** What is known of a city, by kind and stage, and from which documents: `/cities/honjo`. */
export function CityPage() {
  const { key = '' } = useParams();
  const { municipality: city } = useView();
  const { nameOf } = useLabels();
  if (city.key !== key) return <NotLoaded name={key} />;
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

/** Names those that are loaded instead. */
function NotLoaded({ name }: { readonly name: string }) {
  const words = useCityWords();
  const { municipalities } = useView();
  return (
    <div className="stack">
      <PageTitle title={words.notLoaded} />
      <p>{words.loadedOnes(name)}</p>
      <ul className="row plain">
        {municipalities.map((city) => (
          <li key={city.key}>
            <CityLink city={city} />
          </li>
        ))}
      </ul>
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

/** The plan of the city: its name, its years, and its levels from the top, as far as they are known. */
function Plan({
  city,
  plan,
}: {
  readonly city: View['municipality'];
  readonly plan: CityQuery['municipalities']['nodes'][number] | undefined;
}) {
  const words = useCityWords();
  const { vocabulary, pick } = useLabels();
  const { startFiscalYear = null, startEra = null, endFiscalYear = null, endEra = null } = plan?.planPeriod ?? {};
  const year = (value: number | null, era: string | null) => (value === null ? '' : words.year(value, era));
  const levels = Object.values(levelNamesOf(city)).flatMap((level) =>
    level ? (pick(level.name, level.nameEn) ?? level.name ?? []) : [],
  );
  const isDated = startFiscalYear !== null || endFiscalYear !== null;
  const unknown = <span className="quiet-text">{words.notTold}</span>;
  return (
    <Section title={words.plan}>
      <FactList
        facts={[
          [vocabulary.field('Municipality', 'planName'), plan?.planName ?? unknown],
          [
            vocabulary.field('Municipality', 'planPeriod'),
            isDated ? `${year(startFiscalYear, startEra)}${words.until}${year(endFiscalYear, endEra)}` : unknown,
          ],
          [words.levels, levels.length > 0 ? levels.join(' → ') : unknown],
        ]}
      />
    </Section>
  );
}

const pageType = (type: string) => pageTypes.find(({ name }) => name === type);

const readings = ['inForce', 'current', 'draft', 'adopted'] as const;
type Reading = (typeof readings)[number];
type Known = CityQuery[Reading]['types'][number];

const stageOf = (reading: Reading): View['stage'] =>
  reading === 'inForce' ? null : (reading.toUpperCase() as NonNullable<View['stage']>);

function Known({ city }: { readonly city: View['municipality'] }) {
  const words = useCityWords();
  const { vocabulary, language } = useLabels();
  const { link } = useView();
  const { answer, request } = useAnswer(CityDocument, { municipality: city.key });
  const dataset = answer.datasets.find(({ municipality }) => municipality === city.key);
  const documents = dataset?.sourceDocuments ?? [];
  const known = (reading: Reading, type: string) => answer[reading].types.find((each) => each.type === type);
  // What no stage of the city has is no kind of thing that it has; neither is the city itself, nor what all cities share.
  const types = answer.inForce.types.filter(
    ({ type }) =>
      type !== 'Municipality' &&
      !pageType(type)?.shared &&
      readings.some((reading) => (known(reading, type)?.count ?? 0) > 0),
  );
  /** What is no part of a plan is the same at every stage. */
  const isShown = (reading: Reading, type: string) => reading === 'inForce' || pageType(type)?.staged !== false;
  const columns = readings.map((reading): Column<Known> => {
    const stage = stageOf(reading);
    return {
      id: reading,
      title: stage === null ? words.inForce : vocabulary.value('PlanStage', stage),
      value: ({ type }) => (isShown(reading, type) ? (known(reading, type)?.count ?? 0) : null),
      numeric: true,
      cell: ({ type }) => {
        const found = isShown(reading, type) ? known(reading, type) : undefined;
        const listed = pageType(type);
        if (!found) return null;
        const { count, coverage } = found;
        return (
          <Told coverage={coverage}>
            {listed?.list && count > 0 ? (
              <ListOfCity city={city} list={listed.plural} stage={stage}>
                {count}
              </ListOfCity>
            ) : (
              count
            )}
          </Told>
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
      <Plan city={city} plan={answer.municipalities.nodes.find(({ key }) => key === city.key)} />
      {types.length > 0 ? (
        <TableSection
          title={words.coverage}
          rows={types}
          columns={[kind, ...columns]}
          keyOf={({ type }) => type}
          request={request}
        >
          <p className="quiet-text">{words.onceOnly}</p>
        </TableSection>
      ) : (
        <Section title={words.coverage} request={request}>
          <p>
            {words.nothingKnown} <Link to={link('/docs/your-city')}>{words.howToRead}</Link>
          </p>
        </Section>
      )}
      <Section title={words.documents(documents.length, dataset ? dayIn(language, dataset.loadedAt) : '—')}>
        {documents.length === 0 ? (
          <p className="quiet-text">{words.noDocuments}</p>
        ) : (
          <ul className="city-documents">
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
