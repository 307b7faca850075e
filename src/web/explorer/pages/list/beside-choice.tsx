import { useRef } from 'react';
import { Link } from 'react-router';
import { useLabels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { useView } from '../../site/view.js';
import { mostBeside } from '../beside/shared.js';
import type { PageType } from '../types/page-type.js';
import type { Row } from '../types/rows.js';
import './beside-choice.css';
import { useListWords } from './words.js';

/** The ids of what was chosen in a list to be compared, and how that is changed. */
export interface BesideChoice {
  readonly ids: readonly string[];
  readonly change: (ids: readonly string[]) => void;
}

/** The column of boxes by which rows are chosen; none for types whose things are not compared. */
export function useChoiceColumn(type: PageType, { ids, change }: BesideChoice): readonly Column<Row>[] {
  const words = useListWords().beside;
  const { nameOf } = useLabels();
  if (!type.besideOperation) return [];
  const cell = (row: Row) => {
    const id = String(row.id);
    const isChosen = ids.includes(id);
    return (
      <input
        type="checkbox"
        className="beside-box"
        aria-label={words.choose(nameOf(row as Parameters<typeof nameOf>[0]))}
        checked={isChosen}
        disabled={!isChosen && ids.length >= mostBeside}
        onChange={() => change(isChosen ? ids.filter((each) => each !== id) : [...ids, id])}
      />
    );
  };
  return [{ id: 'beside', title: words.column, value: () => null, cell, isScreenOnly: true }];
}

/** Says how many were chosen, whatever the list shows now, and leads to where they stand beside each other. */
export function BesideBar({ ids, change }: BesideChoice) {
  const words = useListWords().beside;
  const { link } = useView();
  const bar = useRef<HTMLElement>(null);
  const { pathname, search } = link('/beside');
  const address = new URLSearchParams(search);
  for (const id of ids) address.append('ids', id);
  const clear = () => {
    change([]);
    // The button that has the focus goes.
    bar.current?.focus();
  };
  return (
    <section ref={bar} tabIndex={-1} className="beside-bar screen-only" aria-label={words.bar}>
      {/* There from the beginning, so that what comes into it is read out. */}
      <span role="status">{ids.length > 0 && words.chosen(ids.length, mostBeside)}</span>
      {ids.length === 1 && <span className="quiet-text">{words.another}</span>}
      {ids.length > 1 && (
        <Link className="button primary" to={{ pathname, search: String(address) }}>
          {words.compare}
        </Link>
      )}
      {ids.length > 0 && (
        <button type="button" className="quiet" onClick={clear}>
          {words.clear}
        </button>
      )}
    </section>
  );
}
