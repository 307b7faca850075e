import { useAnswer } from '../../asking/use-answer.js';
import { Section, Waiting } from '../../parts/section.js';
import { FoldedSources, Sources } from '../../parts/sources.js';
import { useView } from '../../site/view.js';
import { useLabels } from './labels.js';
import { ChangesSection } from './parts/changes-section.js';
import { FactList } from './parts/fact-list.js';
import { LikenessSection } from './parts/likeness-section.js';
import { NeighborhoodSection } from './parts/neighborhood-section.js';
import { PassagesSection } from './parts/passages-section.js';
import { RelationSection } from './parts/relation-section.js';
import { StageNotice, stageShown } from './parts/stage-notice.js';
import { ThingHeader } from './parts/thing-header.js';
import type { AnyFacts, Entity, ThingType } from './thing-type.js';

/** All that is known of a thing, what is looked for most first; each part waits for its own answer. */
export function EntityView({ thing, type }: { readonly thing: Entity; readonly type: ThingType }) {
  const labels = useLabels();
  const { words, vocabulary, nameOf } = labels;
  const { stage: chosen, municipality } = useView();
  const { id } = thing;
  const stage = type.staged ? stageShown(thing, chosen) : chosen;
  const variables = { id, stage, ...(type.shared && { municipality: municipality.id }) };
  const { answer, asked } = useAnswer(type.document, variables);
  const facts = answer.node;
  if (!facts) return null;
  const [filled, empty] = partition(type.relations, ({ field }) => countOf(facts, field) > 0);
  const { Sections } = type;
  return (
    <article className="thing">
      <ThingHeader thing={thing} type={type} code={type.code(facts)} />
      {type.staged && <StageNotice thing={thing} chosen={chosen} />}
      <div className="thing-columns">
        <div className="thing-main">
          <Section title={words.facts} asked={asked}>
            <FactList facts={[...type.facts(facts, labels), ...commonFacts(thing, labels)]} />
            {filled.length > 0 && (
              <nav aria-label={words.onThisPage} className="thing-contents screen-only">
                {filled.map(({ field }) => (
                  <a key={field} href={`#${field}`}>
                    {vocabulary.field(type.name, field)} <b>{countOf(facts, field)}</b>
                  </a>
                ))}
              </nav>
            )}
            {empty.length > 0 && (
              <p className="quiet-text">
                {words.none(empty.map(({ field }) => vocabulary.field(type.name, field)).join(words.comma))}
              </p>
            )}
          </Section>
          {Sections && (
            <Waiting>
              <Sections facts={facts} variables={variables} />
            </Waiting>
          )}
          {filled.map((relation) => (
            <div key={relation.field} id={relation.field} className="thing-anchor">
              <Waiting>
                <RelationSection type={type} relation={relation} variables={variables} />
              </Waiting>
            </div>
          ))}
          {type.staged && (
            <Waiting>
              <ChangesSection id={id} />
            </Waiting>
          )}
          <Waiting>
            <PassagesSection id={id} />
          </Waiting>
        </div>
        <div className="thing-aside">
          <Waiting>
            <NeighborhoodSection id={id} name={nameOf(thing)} stage={stage} municipality={municipality.id} />
          </Waiting>
          {type.compared && (
            <Waiting>
              <LikenessSection id={id} stage={stage} />
            </Waiting>
          )}
          <Section title={`${words.sources} (${thing.sources.length})`}>
            {thing.sources.length > 6 ? <FoldedSources sources={thing.sources} /> : <Sources sources={thing.sources} />}
          </Section>
        </div>
      </div>
    </article>
  );
}

/** Facts that things of every type have. */
const commonFacts = ({ aliases, stages, id }: Entity, { words, vocabulary }: ReturnType<typeof useLabels>) =>
  [
    [words.aliases, aliases.join(words.comma)],
    [
      vocabulary.field('Entity', 'stages'),
      stages.map((stage) => vocabulary.value('PlanStage', stage)).join(words.comma),
    ],
    [vocabulary.field('Node', 'id'), <code key="id">{id}</code>],
  ] as const;

/** How many things a relation leads to: connections say it, lists are as long as it. */
function countOf(facts: AnyFacts, field: string): number {
  const value = facts[field] as { readonly totalCount: number } | readonly unknown[] | null | undefined;
  if (!value) return 0;
  return 'totalCount' in value ? value.totalCount : value.length;
}

const partition = <Each,>(all: readonly Each[], fits: (each: Each) => boolean) =>
  [all.filter(fits), all.filter((each) => !fits(each))] as const;
