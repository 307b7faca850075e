/** What a cell or a header of a cross table says where there is nothing: none, or what was not read. */
type State = 'COMPLETE' | 'PARTIAL' | 'NOT_READ';

interface HasEmptyCells {
  readonly emptyState: State;
}

/** What it means that the cell of a row and a column is empty: all that could stand there is known by one of them, or by neither. */
export function stateOfEmptyCell({ emptyState: row }: HasEmptyCells, { emptyState: column }: HasEmptyCells): State {
  if (row === 'COMPLETE' || column === 'COMPLETE') return 'COMPLETE';
  return row === 'NOT_READ' || column === 'NOT_READ' ? 'NOT_READ' : 'PARTIAL';
}

/** What stands at the head of what has no value, in both languages, by its `noneState`. */
export const noneHeaders: Readonly<Record<State, Readonly<Record<'ja' | 'en', string>>>> = {
  COMPLETE: { ja: '該当なし', en: 'None' },
  PARTIAL: { ja: '該当なし・未読', en: 'None or not read' },
  NOT_READ: { ja: '未読', en: 'Not read' },
};
