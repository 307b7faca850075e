import { type Stage, stages } from './enums.js';

/**
 * An id says what it is the id of: `honjo:measure:5-1-1` of what is in force, `honjo:measure:5-1-1@DRAFT` of the same
 * thing as the draft has it. Clients keep objects by their id, and what two stages say are two contents. Ids in the graph have
 * no stage; here alone is it added and taken off.
 */
const separator = '@';

/** What keeps a thing from having an id that could be read as one at a stage. */
export const isFreeOfStages = (id: string): boolean => !id.includes(separator);

/** What an id was probably meant to be that has an @ of its own. */
export const withoutStages = (text: string): string => text.split(separator)[0] ?? '';

/** The id of a thing as a stage has it; null stands for what is in force. */
export const idAtStage = (id: string, stage: string | null): string =>
  stage === null ? id : `${id}${separator}${stage}`;

/** The thing that an id names, and the stage as which it does; after NFKC, as ids are typed in any width. */
export interface ReadId {
  readonly id: string;
  readonly stage: Stage | null;
}

/** Reads an id with or without a stage. What follows an @ and is no stage stays: no thing has such an id. */
export function readId(given: string): ReadId {
  const text = given.normalize('NFKC');
  const stage = stages.find((each) => text.endsWith(separator + each));
  return stage ? { id: text.slice(0, -stage.length - separator.length), stage } : { id: text, stage: null };
}
