import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { GraphqlRequest } from '../../client/send.js';
import type { CoverageToldFragment, Presence } from '../../graphql/graphql.js';
import { Section, Waiting } from '../../parts/section.js';
import { FoldedSources, Sources } from '../../parts/sources.js';
import { useView } from '../../site/view.js';
import { factsOf, headings } from '../types/facts.js';
import type { PageType } from '../types/page-type.js';
import { manyAt, type Row, valueAt } from '../types/rows.js';
import { type Entity, useNode } from '../types/use-node.js';
import { FactList } from './fact-list.js';
import { ChangesSection } from './parts/changes-section.js';
import { CourseSection } from './parts/course-section.js';
import { DocumentSection } from './parts/document-section.js';
import { GoalsSection } from './parts/goals-section.js';
import { LikenessSection } from './parts/likeness-section.js';
import { NeighborhoodSection } from './parts/neighborhood-section.js';
import { PassagesSection } from './parts/passages-section.js';
import { RelationSection } from './parts/relation-section.js';
import { StageNotice, stageShown } from './parts/stage-notice.js';
import { ThingHeader } from './parts/thing-header.js';
import { type ThingLabels, useThingLabels } from './words.js';

/** What only one type has, before its relations. */
const sections: Readonly<
  Record<string, (props: { readonly node: Row; readonly request: GraphqlRequest }) => ReactNode>
> = {
  Indicator: CourseSection,
  ReformSheet: GoalsSection,
  SourceDocument: DocumentSection,
};

/** All that is known of a thing, what is looked for most first; each part waits for its own answer. */
export function EntityView({
  thing,
  type,
  presence,
}: {
  readonly thing: Entity;
  readonly type: PageType;
  /** What is known of it at the stage that was chosen. */
  readonly presence: Presence | null;
}) {
  const labels = useThingLabels();
  const { words, vocabulary, nameOf, pick } = labels;
  const { stage: chosen, municipality } = useView();
  const { search } = useLocation();
  const { id } = thing;
  const stage = type.staged ? stageShown(thing, chosen) : chosen;
  const shown = { id, stage, ...(type.shared && { municipality: municipality.id }) };
  const { node, request } = useNode(type.factsOperation, shown);
  if (!node) return null;
  const [filled, empty] = partition(type.relations, ({ field }) => countOf(node, field) > 0);
  const coverage = coverageOf(node);
  const [none, unread] = partition(empty, ({ field }) => (coverage.get(field)?.state ?? 'COMPLETE') === 'COMPLETE');
  const namesOf = (relations: PageType['relations']) =>
    relations.map(({ field }) => vocabulary.field(type.name, field)).join(words.comma);
  const Own = sections[type.name];
  const key = type.key && node[type.key];
  const code = headings[type.name]?.(node) ?? (key ? String(key) : null);
  return (
    <article className="stack">
      <ThingHeader thing={thing} type={type} code={code} presence={presence} />
      {type.staged && <StageNotice thing={thing} chosen={chosen} presence={presence} />}
      <div className="thing-columns stack">
        <div className="stack">
          <Section title={words.facts} request={request}>
            <FactList facts={[...factsOf(type, node, labels), ...commonFacts(thing, labels)]} />
            {filled.length > 0 && (
              <nav aria-label={words.onThisPage} className="thing-contents row small screen-only">
                {filled.map(({ field }) => (
                  <Link key={field} to={{ search, hash: field }}>
                    {vocabulary.field(type.name, field)} <b>{countOf(node, field)}</b>
                  </Link>
                ))}
              </nav>
            )}
            {none.length > 0 && <p className="quiet-text">{words.none(namesOf(none))}</p>}
            {unread.length > 0 && (
              <details className="thing-unread">
                <summary>{words.unread(namesOf(unread))}</summary>
                <dl className="stack">
                  {unread.map(({ field }) => (
                    <div key={field}>
                      <dt>{vocabulary.field(type.name, field)}</dt>
                      <dd>{pick(coverage.get(field)?.note ?? '', coverage.get(field)?.noteEn ?? '')}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            )}
          </Section>
          <Waiting>{Own && <Own node={node} request={request} />}</Waiting>
          {filled.map((relation) => (
            <div key={relation.field} id={relation.field} className="thing-anchor">
              <Waiting>
                <RelationSection
                  type={type}
                  relation={relation}
                  shown={shown}
                  coverage={coverage.get(relation.field) ?? null}
                />
              </Waiting>
            </div>
          ))}
          <Waiting>
            {type.staged && <ChangesSection id={id} />}
            <PassagesSection id={id} />
          </Waiting>
        </div>
        <div className="stack">
          <Waiting>
            <NeighborhoodSection id={id} name={nameOf(thing)} stage={stage} municipality={municipality.id} />
            {type.compared && <LikenessSection id={id} stage={stage} />}
          </Waiting>
          <Section title={`${words.sources} (${thing.sources.length})`}>
            {thing.sources.length > 6 ? <FoldedSources sources={thing.sources} /> : <Sources sources={thing.sources} />}
          </Section>
        </div>
      </div>
    </article>
  );
}

/** Facts that things of every type have. */
const commonFacts = ({ aliases, misspellings, stages, id }: Entity, { words, vocabulary }: ThingLabels) =>
  [
    [words.aliases, aliases.join(words.comma)],
    [words.misspellings, misspellings.join(words.comma)],
    [
      vocabulary.field('Entity', 'stages'),
      stages.map((stage) => vocabulary.value('PlanStage', stage)).join(words.comma),
    ],
    [vocabulary.field('Node', 'id'), <code key="id">{id}</code>],
  ] as const;

/** How many nodes a relation leads to: connections say it, lists are as long as it. */
const countOf = (node: Row, field: string): number =>
  Number(valueAt(node, `${field}.totalCount`) ?? manyAt(node, field).length);

const partition = <Each,>(all: readonly Each[], fits: (each: Each) => boolean) =>
  [all.filter(fits), all.filter((each) => !fits(each))] as const;

/** What the documents can tell of each field of a thing. */
const coverageOf = (node: Row): ReadonlyMap<string, CoverageToldFragment> =>
  new Map(
    manyAt(node, 'coverage').map(
      ({ field, coverage }) => [String(field), coverage as unknown as CoverageToldFragment] as const,
    ),
  );
