import { useRef } from 'react';
import { Link } from 'react-router';
import { useAnswer, useOptionalAnswer } from '../../client/use-answer.js';
import { BesideThingsDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { codeOf } from '../../parts/search-match.js';
import { Waiting } from '../../parts/section.js';
import { ThingPicker } from '../../parts/thing-box/thing-box.js';
import { ThingLink } from '../../parts/thing-link.js';
import { idAtStage } from '../../site/stages.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { pageType, pageTypes } from '../types/all.js';
import { entityType } from '../types/entity-type.js';
import './beside.css';
import { BesideExamples } from './beside-examples.js';
import { BesideTable, type Thing } from './beside-table.js';
import { mostBeside as most } from './shared.js';
import { useBesideWords } from './words.js';

/** The ids in an address, each once. */
const idsIn = (parameters: URLSearchParams) => [...new Set(parameters.getAll('ids').filter(Boolean))];

/** Things of one type beside each other: `/beside?ids=honjo:department:…&ids=honjo:department:…`. */
export function BesidePage() {
  const { pages } = useWords();
  const words = useBesideWords();
  const { parameters } = useAddress();
  const ids = idsIn(parameters);
  return (
    <div className="stack">
      <PageTitle title={pages.beside} />
      <p className="quiet-text">{words.intro}</p>
      <Choices />
      {ids.length === 0 ? (
        <Waiting>
          <Opening />
        </Waiting>
      ) : (
        <Waiting>
          <Things ids={ids} />
        </Waiting>
      )}
    </div>
  );
}

/** Before anything is chosen: what to compare, and the lists in which rows can be chosen. */
function Opening() {
  const words = useBesideWords();
  const { vocabulary } = useLabels();
  const { link } = useView();
  return (
    <>
      <BesideExamples />
      <p className="row quiet-text screen-only">
        {words.fromLists}
        {pageTypes
          .filter(({ list, besideOperation }) => list && besideOperation)
          .map(({ name, plural }) => (
            <Link key={name} to={link(`/lists/${plural}`)}>
              {vocabulary.types(name)}
            </Link>
          ))}
      </p>
    </>
  );
}

/** What the things are asked for with: as they are, and as the stage that was chosen has them. */
function useVariables(ids: readonly string[]) {
  const { stage } = useView();
  return { ids: [...ids], shown: ids.map((id) => idAtStage(id, stage)) };
}

/** All that was chosen, whether it stands in the table or not, each to be taken away; and a way to add another one. */
function Choices() {
  const words = useBesideWords();
  const { nameOf } = useLabels();
  const { chosen, change } = useAddress();
  const ids = idsIn(chosen);
  const group = useRef<HTMLElement>(null);
  const variables = useVariables(ids);
  const { answer } = useOptionalAnswer(BesideThingsDocument, ids.length > 0 ? variables : null);
  const found = new Map(answer?.nodes.flatMap((node) => (node && 'name' in node ? [[node.id, node]] : [])));
  const type = ids.flatMap((id) => found.get(id)?.__typename ?? [])[0];
  const remove = (id: string) => {
    change({ ids: ids.filter((each) => each !== id) });
    // The button that has the focus goes with what it removes.
    group.current?.focus();
  };
  return (
    <section ref={group} tabIndex={-1} className="stack screen-only" aria-label={words.chosen}>
      {ids.length > 0 && (
        <ul className="row plain">
          {ids.map((id) => {
            const thing = found.get(id);
            return (
              <li key={id}>
                {thing ? <ThingLink thing={{ ...thing, code: codeOf(thing) }} /> : <code>{id}</code>}{' '}
                <button
                  type="button"
                  className="quiet"
                  aria-label={words.remove(thing ? nameOf(thing) : id)}
                  onClick={() => remove(id)}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {ids.length < most ? (
        <ThingPicker label={words.add} type={type && entityType(type)} onPick={(id) => change({ ids: [...ids, id] })} />
      ) : (
        <p className="quiet-text">{words.most(most)}</p>
      )}
    </section>
  );
}

function Things({ ids }: { readonly ids: readonly string[] }) {
  const words = useBesideWords();
  const { nameOf, vocabulary } = useLabels();
  const { answer } = useAnswer(BesideThingsDocument, useVariables(ids));
  const unknown = ids.filter((_, index) => !answer.nodes[index]);
  const found = answer.nodes.flatMap((thing, index) => {
    const shown = answer.shown[index];
    return thing && 'name' in thing
      ? [{ thing, presence: (shown && 'presence' in shown && shown.presence) || null }]
      : [];
  });
  const type = found[0] && pageType(found[0].thing.__typename);
  const things = found.filter(({ thing }) => thing.__typename === type?.name);
  const others = found.filter(({ thing }) => thing.__typename !== type?.name);
  const namesOf = (all: readonly { readonly thing: Thing }[]) => all.map(({ thing }) => nameOf(thing));
  return (
    <>
      {unknown.length > 0 && <p role="alert">{words.unknown(unknown)}</p>}
      {type && others.length > 0 && <p role="alert">{words.otherType(namesOf(others), vocabulary.type(type.name))}</p>}
      {things.length > most && <p role="alert">{words.tooMany(namesOf(things.slice(most)), most)}</p>}
      {things.length === 1 && <p className="quiet-text">{words.another}</p>}
      {type?.besideOperation && (
        <BesideTable type={type} operation={type.besideOperation} things={things.slice(0, most)} />
      )}
    </>
  );
}
