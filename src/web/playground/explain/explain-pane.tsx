import { useGraphiQLActions } from '@graphiql/react';
import { type Choices, type Cost, choices, type Exchange, lastExchange } from '../client/exchange.js';
import { useStore } from '../client/store.js';
import { useNumbers } from '../numbers.js';
import { useWords } from '../words.js';
import './explain-pane.css';
import { StatementView } from './statement-view.js';

/** In both languages: see `frame/plugins.tsx`. */
export const explainTitle = 'Execution details / 実行の詳細';

/** What the last operation took: its cost, its times, and the statements that were sent to the database. */
export function ExplainPane() {
  const { explain } = useWords();
  const exchange = useStore(lastExchange);
  const { run, stop } = useGraphiQLActions();
  const chosen = useStore(choices);
  const choose = (choice: Partial<Choices>) => {
    choices.set({ ...chosen, ...choice });
    if (!exchange) return;
    // What is shown was asked for otherwise. With one operation under way, running would only stop it.
    stop();
    run();
  };
  return (
    <section className="pane explain" aria-label={explain.title}>
      <h2>{explain.title}</h2>
      {(['profile', 'showExtensions'] as const).map((name) => (
        <label key={name}>
          <input type="checkbox" checked={chosen[name]} onChange={({ target }) => choose({ [name]: target.checked })} />
          {explain[name]}
        </label>
      ))}
      {exchange ? <Account exchange={exchange} /> : <p>{explain.hint}</p>}
    </section>
  );
}

function Account({ exchange: { answer, milliseconds } }: { readonly exchange: Exchange }) {
  const { explain: words } = useWords();
  const numbers = useNumbers();
  const { cost, explain } = answer.extensions ?? {};
  const times = explain && {
    [words.compile]: explain.milliseconds.compile,
    [words.database]: explain.milliseconds.database,
    [words.assemble]: explain.milliseconds.assemble,
  };
  return (
    <>
      {cost && <CostView cost={cost} />}
      <h3>{words.times}</h3>
      <dl className="explain-times">
        {Object.entries({ ...times, [words.roundTrip]: milliseconds }).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{numbers.milliseconds(value)}</dd>
          </div>
        ))}
      </dl>
      {!explain && <p className="explain-notice">{answer.data === undefined ? words.notRun : words.notAllowed}</p>}
      {explain && (
        <>
          <h3>{words.statements}</h3>
          {explain.statements.length === 0 && <p>{words.noStatements}</p>}
          {explain.statements.map((statement, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: statements have nothing but their order, and never move.
            <StatementView key={index} statement={statement} number={index + 1} />
          ))}
        </>
      )}
    </>
  );
}

function CostView({ cost: { requested, limit, mostExpensive } }: { readonly cost: Cost }) {
  const { explain: words } = useWords();
  const { whole } = useNumbers();
  return (
    <>
      <h3>{words.cost}</h3>
      <p>
        <meter aria-label={words.cost} min={0} max={limit} value={requested} />{' '}
        {words.costOf(whole(requested), whole(limit))}
      </p>
      {mostExpensive && (
        <p>
          {words.mostExpensive}: <code>{mostExpensive.path}</code> ({whole(mostExpensive.cost)})
        </p>
      )}
    </>
  );
}
