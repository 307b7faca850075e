/** Cuts Japanese into phrases; loaded only by browsers that do not do so themselves. */
import { jaModel, Parser } from 'budoux';

const parser = new Parser(jaModel);

/** The phrases of a text, which together are the text. */
export const cut = (text: string): readonly string[] => parser.parse(text);
