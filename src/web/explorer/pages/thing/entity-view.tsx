import type { ReactNode } from 'react';
import type { GraphqlRequest } from '../../client/send.js';
import type { PlanStage, Presence } from '../../graphql/graphql.js';
import { NoteText } from '../../parts/note-text.js';
import { FoldedTools, Section, Waiting } from '../../parts/section.js';
import { placesOf } from '../../parts/source-drawer/places.js';
import { Sources } from '../../parts/sources.js';
import { useView } from '../../site/view.js';
import { factsOf, headings } from '../types/facts.js';
import type { PageType } from '../types/page-type.js';
import { countOf, coverageOf, type Row } from '../types/rows.js';
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
import { type PagePart, SectionNavigation } from './section-navigation.js';
import { Strip } from './strip/strip.js';
import { type ThingLabels, useThingLabels } from './words.js';

/** What only one type has, before its relations; `id` is its place in addresses. */
const sections: Readonly<Record<string, OwnSection>> = {
  Indicator: { id: 'course', title: ({ course }) => course.title, Section: CourseSection },
  ReformSheet: { id: 'goals', title: ({ goals }) => goals.title, Section: GoalsSection },
  SourceDocument: { id: 'lines', title: ({ document }) => document.title, Section: DocumentSection },
};

interface OwnSection {
  readonly id: string;
  readonly title: (words: ThingLabels['words']) => string;
  readonly Section: (props: { readonly node: Row; readonly request: GraphqlRequest }) => ReactNode;
}

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
  const own = sections[type.name];
  const key = type.key && node[type.key];
  const code = headings[type.name]?.(node) ?? (key ? String(key) : null);
  const named = (stages: readonly PlanStage[]) =>
    stages.map((each) => vocabulary.value('PlanStage', each)).join(words.comma);
  const parts: readonly PagePart[] = [
    ...(own ? [{ id: own.id, title: own.title(words) }] : []),
    ...filled.map(({ field }) => ({
      id: field,
      title: vocabulary.field(type.name, field),
      count: countOf(node, field),
    })),
    ...(type.staged ? [{ id: 'changes', title: words.changes }] : []),
    { id: 'facts', title: words.facts },
    { id: 'neighborhood', title: words.neighborhood.title },
    ...(type.compared ? [{ id: 'likeness', title: words.likeness.title }] : []),
    { id: 'sources', title: words.sources, count: placesOf(thing.sources).length },
  ];
  return (
    <article className="stack">
      <ThingHeader thing={thing} type={type} code={code} presence={presence} />
      {type.staged && <StageNotice thing={thing} type={type} node={node} chosen={chosen} presence={presence} />}
      <Strip type={type} node={node} coverage={coverage} stages={type.staged ? named(thing.stages) : null} />
      {none.length > 0 && <p className="quiet-text">{words.none(namesOf(none))}</p>}
      {unread.length > 0 && (
        <details className="thing-unread">
          <summary>{words.unread(namesOf(unread))}</summary>
          <dl className="stack">
            {unread.map(({ field }) => (
              <div key={field}>
                <dt>{vocabulary.field(type.name, field)}</dt>
                <dd>
                  <NoteText text={pick(coverage.get(field)?.note ?? '', coverage.get(field)?.noteEn ?? '')} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <FoldedTools>
        <div className="thing-columns stack">
          <SectionNavigation parts={parts} />
          <div className="stack">
            {own && (
              <Part id={own.id}>
                <own.Section node={node} request={request} />
              </Part>
            )}
            {filled.map((relation) => (
              <Part key={relation.field} id={relation.field}>
                <RelationSection
                  type={type}
                  relation={relation}
                  shown={shown}
                  coverage={coverage.get(relation.field) ?? null}
                />
              </Part>
            ))}
            {type.staged && (
              <Part id="changes">
                <ChangesSection id={id} />
              </Part>
            )}
            <Waiting>
              <PassagesSection id={id} />
            </Waiting>
            <Part id="facts">
              <Section title={words.facts} request={request}>
                <FactList
                  facts={[
                    ...factsOf(type, node, labels),
                    ...commonFacts(thing, labels),
                    // The strip has them, where there is one.
                    [vocabulary.field('Entity', 'stages'), type.strip.length === 0 && named(thing.stages)],
                    [vocabulary.field('Node', 'id'), <code key="id">{id}</code>],
                  ]}
                />
              </Section>
            </Part>
          </div>
          <div className="thing-beside stack">
            <Part id="neighborhood">
              <NeighborhoodSection id={id} name={nameOf(thing)} stage={stage} municipality={municipality.id} />
            </Part>
            {type.compared && (
              <Part id="likeness">
                <LikenessSection id={id} type={type.name} stage={stage} />
              </Part>
            )}
            <Part id="sources">
              <Section title={`${words.sources} (${placesOf(thing.sources).length})`}>
                <Sources sources={thing.sources} />
              </Section>
            </Part>
          </div>
        </div>
      </FoldedTools>
    </article>
  );
}

/** A part of the page that an address leads to. */
const Part = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <div id={id} className="thing-anchor stack">
    <Waiting>{children}</Waiting>
  </div>
);

/** Facts that things of every type have. */
const commonFacts = ({ aliases, misspellings }: Entity, { words }: ThingLabels) =>
  [
    [words.aliases, aliases.join(words.comma)],
    [words.misspellings, misspellings.join(words.comma)],
  ] as const;

const partition = <Each,>(all: readonly Each[], fits: (each: Each) => boolean) =>
  [all.filter(fits), all.filter((each) => !fits(each))] as const;
