import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import { useLabels } from '../../explorer/language/language.js';
import { type ApiError, type Exchange, lastExchange, schemaError } from '../client/exchange.js';
import { useStore } from '../client/store.js';
import { useCost } from '../client/use-cost.js';
import { useCurrentOperation } from '../client/use-current-operation.js';
import { useOpenPane } from '../frame/plugins.js';
import { useNumbers } from '../numbers.js';
import { useWords } from '../words.js';
import './answer-summary.css';
import { explainTitle } from './explain-pane.js';
import { SaveAnswer } from './save-answer.js';

/** Below the answer: what went wrong in plain words, what the last operation took, and what the next will cost. */
export function AnswerSummary() {
  const { summary } = useWords();
  const exchange = useStore(lastExchange);
  const openDetails = useOpenPane({ title: explainTitle });
  return (
    <section className="answer-summary" aria-label={summary.label}>
      <SchemaMissing />
      {exchange?.answer.errors && <Errors errors={exchange.answer.errors} />}
      <p className="answer-summary-line">
        <span>{exchange ? <Figures exchange={exchange} /> : summary.none}</span>
        {exchange && <SaveAnswer exchange={exchange} />}
        <button type="button" onClick={openDetails}>
          {summary.open}
        </button>
      </p>
      <NextCost />
    </section>
  );
}

/** How long it takes, in milliseconds, until the schema is asked for again while the service is away. */
const untilNextTry = 5_000;

/** Says why the schema is missing: the service keeps it to itself, or is away, in which case it is asked for until it comes. */
function SchemaMissing() {
  const { noSchema } = useWords();
  const { language } = useLabels();
  const error = useStore(schemaError);
  const { introspect } = useGraphiQLActions();
  const isMissing = useGraphiQL(({ fetchError, schema }) => fetchError !== null && !schema);
  const isClosed = error?.extensions?.code === 'INTROSPECTION_DISABLED';
  useEffect(() => {
    if (!isMissing || isClosed) return;
    const timer = setInterval(introspect, untilNextTry);
    return () => clearInterval(timer);
  }, [isMissing, isClosed, introspect]);
  if (!isMissing) return null;
  if (!error || isClosed) return <p role="alert">{noSchema}</p>;
  return <p role="alert">{(language === 'ja' && error.extensions?.messageJa) || error.message}</p>;
}

/** What the operation in the editor will cost. */
function NextCost() {
  const { summary } = useWords();
  const { whole } = useNumbers();
  const cost = useCost(useCurrentOperation());
  if (!cost) return null;
  const { requested, limit, mostExpensive } = cost;
  if (requested <= limit) return <p className="next-cost">{summary.nextCost(whole(requested), whole(limit))}</p>;
  return (
    <p className="next-cost" role="alert">
      {summary.tooCostly(whole(requested), whole(limit))} {mostExpensive && <code>{mostExpensive.path}</code>}
    </p>
  );
}

function Errors({ errors }: { readonly errors: readonly ApiError[] }) {
  const { language } = useLabels();
  const distinct = new Map(
    errors.map(({ message, extensions: { code, messageJa } = {} }) => [
      (language === 'ja' && messageJa) || message,
      code,
    ]),
  );
  return (
    <div role="alert">
      <ul>
        {[...distinct].map(([message, code]) => (
          <li key={message}>
            {message} {code && <code>{code}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Figures({ exchange: { answer, milliseconds } }: { readonly exchange: Exchange }) {
  const { explain: words, summary } = useWords();
  const numbers = useNumbers();
  const { cost, explain } = answer.extensions ?? {};
  return [
    `${words.roundTrip} ${numbers.milliseconds(milliseconds)}`,
    explain && `${words.database} ${numbers.milliseconds(explain.milliseconds.database)}`,
    explain && summary.statements(explain.statements.length),
    cost && `${words.cost} ${numbers.whole(cost.requested)} / ${numbers.whole(cost.limit)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
