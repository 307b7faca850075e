import { useEffect, useId, useRef, useState } from 'react';
import { useAddress } from '../../site/use-address.js';
import type { PageType } from '../types/page-type.js';
import { canBeOrdered, chosenColumns, chosenOrder, columnsInAddress, listParameters } from './list-address.js';
import './list-tools.css';
import { useListWords } from './words.js';

/** So long nobody types on: each text that is looked for asks the service. */
const pause = 300;

/** The text that is looked for in a list; it stands in the address when somebody stops typing. */
export function ListText() {
  const words = useListWords();
  const { parameters, change } = useAddress();
  const inAddress = parameters.get(listParameters.text) ?? '';
  const [typed, setTyped] = useState(inAddress);
  const sent = useRef(inAddress);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const send = (text: string) => {
    clearTimeout(waiting.current);
    if (text === sent.current) return;
    sent.current = text;
    change({ [listParameters.text]: text }, { replace: true });
  };
  // Going back and forth changes the address without anybody typing.
  useEffect(() => {
    if (inAddress === sent.current) return;
    sent.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return (
    <input
      type="search"
      className="list-text"
      aria-label={words.text}
      placeholder={words.text}
      maxLength={100}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        clearTimeout(waiting.current);
        waiting.current = setTimeout(() => send(target.value.trim()), pause);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') send(typed.trim());
      }}
    />
  );
}

/** In which order a list is, for narrow screens, where no headings stand above the columns. */
export function OrderChoice({
  type,
  titles,
}: {
  readonly type: PageType;
  readonly titles: readonly { readonly id: string; readonly title: string }[];
}) {
  const words = useListWords();
  const { chosen: parameters, change } = useAddress();
  const order = chosenOrder(type, parameters);
  const columns = titles.filter(({ id }) => canBeOrdered(type, id));
  return (
    <label className="order-choice">
      <span className="quiet-text">{words.order}</span>
      <select
        value={order ? `${order.descending ? '-' : ''}${order.column}` : ''}
        onChange={({ target }) => change({ [listParameters.order]: target.value }, { replace: true })}
      >
        <option value="">{words.usualOrder}</option>
        {columns.flatMap(({ id, title }) =>
          ['', '-'].map((sign) => (
            <option key={sign + id} value={sign + id}>
              {title} {sign ? '↓' : '↑'}
            </option>
          )),
        )}
      </select>
    </label>
  );
}

/** Which columns a list shows; the name is always among them. */
export function ColumnChoice({
  type,
  titles,
}: {
  readonly type: PageType;
  /** All columns in their order, with their titles. */
  readonly titles: readonly { readonly id: string; readonly title: string }[];
}) {
  const words = useListWords();
  const { chosen: parameters, change } = useAddress();
  const legend = useId();
  const chosen = chosenColumns(type, parameters);
  const choose = (id: string, isShown: boolean) => {
    const after = titles.map((each) => each.id).filter((each) => (each === id ? isShown : chosen.includes(each)));
    change({ [listParameters.columns]: columnsInAddress(type, after) }, { replace: true });
  };
  return (
    <details className="column-choice">
      <summary>{words.columns(chosen.length, titles.length)}</summary>
      <fieldset className="plain row" aria-labelledby={legend}>
        <legend id={legend} className="visually-hidden">
          {words.columnsShown}
        </legend>
        {titles.map(({ id, title }) => (
          <label key={id} className="row small">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={id === 'name'}
              onChange={({ target }) => choose(id, target.checked)}
            />
            {title}
          </label>
        ))}
        {chosen.length < titles.length && (
          <button
            type="button"
            className="quiet"
            onClick={() => change({ [listParameters.columns]: null }, { replace: true })}
          >
            {words.allColumns}
          </button>
        )}
      </fieldset>
    </details>
  );
}
