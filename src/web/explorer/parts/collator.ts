import { once } from '../../../labels/once.js';

/** The order of names and codes; codes such as 5-10 stand behind 5-9. */
export const collator = once(() => new Intl.Collator('ja', { numeric: true }));
