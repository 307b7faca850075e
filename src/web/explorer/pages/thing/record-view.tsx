import type { SourceLinesFragment } from '../../graphql/graphql.js';
import { PageTitle } from '../../parts/page-title.js';
import { Section, Waiting } from '../../parts/section.js';
import { placesOf } from '../../parts/source-drawer/places.js';
import { Sources } from '../../parts/sources.js';
import { factsOf } from '../types/facts.js';
import type { PageType } from '../types/page-type.js';
import { manyAt, named } from '../types/rows.js';
import { useNode } from '../types/use-node.js';
import { FactList } from './fact-list.js';
import { PassagesSection } from './parts/passages-section.js';
import { useThingLabels } from './words.js';

/** What has an id but no name, such as a grade or the answer to a survey: its fields, and what it belongs to. */
export function RecordView({ id, type }: { readonly id: string; readonly type: PageType }) {
  const labels = useThingLabels();
  const { words, vocabulary, nameOf } = labels;
  const { node, request } = useNode(type.factsOperation, { id, stage: null });
  if (!node) return null;
  const sources = manyAt(node, 'sources') as unknown as readonly SourceLinesFragment[];
  const [owner] = type.facts
    .filter(({ kind }) => kind === 'one')
    .flatMap((field) => named(field.type, manyAt(node, field.path)));
  const title = vocabulary.type(type.name);
  return (
    <article className="stack">
      <header className="thing-header">
        <p className="quiet-text">{title}</p>
        <PageTitle title={owner ? `${nameOf(owner)}: ${title}` : title} />
      </header>
      <Section title={words.facts} request={request}>
        <FactList facts={factsOf(type, node, labels)} />
      </Section>
      {type.name === 'Vision' && (
        <Waiting>
          <PassagesSection id={id} />
        </Waiting>
      )}
      <Section title={`${words.sources} (${placesOf(sources).length})`}>
        <Sources sources={sources} />
      </Section>
    </article>
  );
}
