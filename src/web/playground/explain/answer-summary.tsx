import { useGraphiQL } from '@graphiql/react';
import { useLabels } from '../../explorer/language/language.js';
import { type ApiError, type Exchange, lastExchange } from '../client/exchange.js';
import { useStore } from '../client/store.js';
import { useNumbers } from '../numbers.js';
import { useWords } from '../words.js';
import './answer-summary.css';

/** Below the answer: what went wrong in plain words, and in one line what it took. */
export function AnswerSummary({ onOpen }: { readonly onOpen: () => void }) {
  const { noSchema, summary } = useWords();
  const exchange = useStore(lastExchange);
  const schemaMissing = useGraphiQL(({ fetchError, schema }) => fetchError !== null && !schema);
  return (
    <section className="answer-summary" aria-label={summary.label}>
      {schemaMissing && <p role="alert">{noSchema}</p>}
      {exchange?.answer.errors && <Errors errors={exchange.answer.errors} />}
      <p className="answer-summary-line">
        <span>{exchange ? <Figures exchange={exchange} /> : summary.none}</span>
        <button type="button" onClick={onOpen}>
          {summary.open}
        </button>
      </p>
    </section>
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
