import type { PlanStage, SourceLinesFragment } from '../../graphql/graphql.js';
import type { useWords } from '../../language/words.js';

/** Lines of a document or cells of a sheet, with all the stages that they speak for. */
export interface Place {
  readonly key: string;
  readonly source: SourceLinesFragment;
  readonly stages: readonly PlanStage[];
}

export const keyOfPlace = ({ document, firstLine, lastLine, cells }: SourceLinesFragment): string =>
  [document.id, firstLine, lastLine, cells ?? ''].join(' ');

/** What a place is called in its document: line 12, cells B12:F12. */
export const nameOfPlace = (
  { firstLine, lastLine, cells }: SourceLinesFragment,
  words: Pick<ReturnType<typeof useWords>['sources'], 'lines' | 'cells'>,
): string => (cells === null ? words.lines(firstLine, lastLine) : words.cells(cells));

/** The places of sources, each once, in their order. */
export function placesOf(sources: readonly SourceLinesFragment[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const source of sources) {
    const key = keyOfPlace(source);
    const stages = [...(places.get(key)?.stages ?? []), ...(source.stage ? [source.stage] : [])];
    places.set(key, { key, source: places.get(key)?.source ?? source, stages });
  }
  return [...places.values()];
}
