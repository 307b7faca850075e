import type { PlanStage, SourceLinesFragment } from '../../graphql/graphql.js';

/** A range of lines of a document, with all the stages that it speaks for. */
export interface Place {
  readonly key: string;
  readonly source: SourceLinesFragment;
  readonly stages: readonly PlanStage[];
}

export const keyOfPlace = ({ document, firstLine, lastLine }: SourceLinesFragment): string =>
  `${document.id} ${firstLine} ${lastLine}`;

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
