import { useId } from 'react';
import type { Operator, Statement } from '../client/exchange.js';
import { useNumbers } from '../numbers.js';
import { useWords } from '../words.js';
import { CopyButton } from './copy-button.js';
import { laidOut, operatorRows } from './layout.js';

/** One statement with its parameters, its time and, where it was asked for, Neo4j's account of it. */
export function StatementView({ statement, number }: { readonly statement: Statement; readonly number: number }) {
  const { copied, explain } = useWords();
  const { milliseconds } = useNumbers();
  const heading = useId();
  const text = laidOut(statement.cypher);
  return (
    <section className="explain-statement" aria-labelledby={heading}>
      <header>
        <h4 id={heading}>{explain.statement(number)}</h4>
        <span>{milliseconds(statement.databaseMilliseconds)}</span>
        <span className="explain-plan">{statement.planReused ? explain.planReused : explain.planNew}</span>
        <CopyButton text={text} label={explain.copy} done={copied} />
      </header>
      <pre>
        <code>{text}</code>
      </pre>
      {Object.keys(statement.parameters).length > 0 && (
        <>
          <h5>{explain.parameters}</h5>
          <pre>
            <code>{JSON.stringify(statement.parameters, null, 2)}</code>
          </pre>
        </>
      )}
      {statement.operators && <Operators operator={statement.operators} />}
    </section>
  );
}

/** The operators with what they looked at, each above those that feed it. */
function Operators({ operator }: { readonly operator: Operator }) {
  const { explain } = useWords();
  const { whole } = useNumbers();
  return (
    <table>
      <caption>{explain.operators}</caption>
      <thead>
        <tr>
          <th scope="col">{explain.operator}</th>
          <th scope="col">{explain.rows}</th>
          <th scope="col">{explain.dbHits}</th>
        </tr>
      </thead>
      <tbody>
        {operatorRows(operator).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a plan have nothing but their place, and never move.
          <tr key={index}>
            <th scope="row" style={{ paddingInlineStart: `${row.depth * 0.75}em` }}>
              {row.operator.operator}
              <code>{row.operator.details}</code>
            </th>
            <td>{whole(row.operator.rows)}</td>
            <td>{whole(row.operator.dbHits)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
