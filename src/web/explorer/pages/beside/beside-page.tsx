import { useAnswer } from '../../client/use-answer.js';
import { BesideThingsDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { Waiting } from '../../parts/section.js';
import { ThingPicker } from '../../parts/thing-box/thing-box.js';
import { useAddress } from '../../site/use-address.js';
import { pageType } from '../types/all.js';
import './beside.css';
import { BesideTable } from './beside-table.js';
import { useBesideWords } from './words.js';

/** How many things stand beside each other at most. */
const most = 4;

/** Things of one type beside each other: `/beside?ids=honjo:department:…&ids=honjo:department:…`. */
export function BesidePage() {
  const { pages } = useWords();
  const words = useBesideWords();
  const { parameters, change } = useAddress();
  const ids = [...new Set(parameters.getAll('ids').filter(Boolean))];
  return (
    <div className="stack">
      <PageTitle title={pages.beside} />
      <p className="quiet-text">{words.intro}</p>
      <div className="screen-only">
        {ids.length < most ? (
          <ThingPicker label={words.add} onPick={(id) => change({ ids: [...ids, id] })} />
        ) : (
          <p className="quiet-text">{words.most(most)}</p>
        )}
      </div>
      {ids.length === 0 ? (
        <p className="quiet-text">{words.none}</p>
      ) : (
        <Waiting>
          <Things ids={ids.slice(0, most)} onRemove={(id) => change({ ids: ids.filter((each) => each !== id) })} />
        </Waiting>
      )}
    </div>
  );
}

function Things({ ids, onRemove }: { readonly ids: readonly string[]; readonly onRemove: (id: string) => void }) {
  const words = useBesideWords();
  const { nameOf, vocabulary } = useLabels();
  const { answer } = useAnswer(BesideThingsDocument, { ids: [...ids] });
  const unknown = ids.filter((_, index) => !answer.nodes[index]);
  const found = answer.nodes.flatMap((node) => (node && 'name' in node ? [node] : []));
  const type = found[0] && pageType(found[0].__typename);
  const things = found.filter(({ __typename }) => __typename === type?.name);
  const others = found.filter(({ __typename }) => __typename !== type?.name);
  return (
    <>
      {unknown.length > 0 && <p role="alert">{words.unknown(unknown)}</p>}
      {type && others.length > 0 && (
        <p role="alert">{words.otherType(others.map(nameOf), vocabulary.type(type.name))}</p>
      )}
      {things.length === 1 && <p className="quiet-text">{words.another}</p>}
      {type?.besideOperation && (
        <BesideTable type={type} operation={type.besideOperation} things={things} onRemove={onRemove} />
      )}
    </>
  );
}
