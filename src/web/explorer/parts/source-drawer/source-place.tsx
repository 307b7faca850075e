import { useAnswer } from '../../client/use-answer.js';
import { SourcePlaceDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { nameOfPlace, type Place } from './places.js';
import { ReadFacts } from './read-facts.js';

/** One place of a document: which lines or cells, their words where these were imported, and all that was read from them. */
export function SourcePlace({ place: { source, stages } }: { readonly place: Place }) {
  const { sources: words } = useWords();
  const { vocabulary, pick } = useLabels();
  const { firstLine, lastLine, document } = source;
  const { answer } = useAnswer(SourcePlaceDocument, { id: document.id, firstLine, lastLine });
  if (!answer.node || !('citedBy' in answer.node)) return null;
  const { node } = answer;
  const { nodes: read, totalCount } = node.citedBy;
  const linked = new Set(read.flatMap(({ relationship, subject }) => (relationship ? [subject.id] : [])));
  // That a thing is named there is said by what is said of it.
  const facts = read.filter(({ relationship, subject }) => relationship || !linked.has(subject.id));
  const text = node.lines.nodes.filter((line) => line.text !== null);
  const about = [
    pick(node.documentKindLabel, node.documentKindLabelEn),
    pick(node.publisher, node.publisherEn),
    node.publicationDate,
    node.fileDate === null ? null : words.savedOn(node.fileDate),
  ].filter(Boolean);
  return (
    <>
      <p className="quiet-text">{about.join(' · ')}</p>
      <p>
        <b>{nameOfPlace(source, words)}</b>
        {stages.length > 0 &&
          ` (${stages.map((stage) => vocabulary.value('PlanStage', stage)).join(pick('、', ', '))})`}
      </p>
      {text.length > 0 ? (
        <ol className="source-lines plain" lang="ja">
          {text.map((line) => (
            <li key={line.number}>
              <span className="quiet-text numeric">{line.number}</span> {line.text}
            </li>
          ))}
        </ol>
      ) : (
        <p className="quiet-text">{words.noText}</p>
      )}
      {node.url && (
        <p>
          <a href={node.url}>{node.url}</a>
        </p>
      )}
      <h4>{words.readHere}</h4>
      <ReadFacts facts={facts} />
      {read.length < totalCount && <p className="quiet-text">{words.firstFacts(read.length, totalCount)}</p>}
    </>
  );
}
