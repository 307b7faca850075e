/** What the schema says of the fields of the model, wherever they stand: in types, filters and orders. */
import { between } from '../../graph/path.js';
import { type Description, describe, type FieldDeclaration } from '../../model/declaration.js';

/** The description of a field, which says of one that follows from others that it does, and from which or by way of what. */
export function fieldDescription(declaration: FieldDeclaration): Description {
  const { en, ja } = declaration.description;
  if (declaration.kind === 'property' && declaration.derived)
    return workedOut(declaration.description, declaration.derived);
  const passed = declaration.kind === 'relationship' ? between(declaration) : [];
  if (passed.length === 0) return declaration.description;
  const namesJa = passed.map((node) => node.description.ja).join('・');
  return describe(`${en} Derived by way of ${listed(passed.map(({ name }) => name))}.`, `${ja}。${namesJa}を経て導出`);
}

/** The description of a value that is worked out from those of the fields with these names. */
export const workedOut = ({ en, ja }: Description, from: readonly string[]): Description =>
  describe(
    `${en} Worked out from ${listed(from.map((name) => `\`${name}\``))}.`,
    `${ja}（${from.join('・')}から算出）`,
  );

/** "a", "a and b", "a, b and c". */
const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
