/** What the schema says of the fields of the model, wherever they stand: in types, filters and orders. */
import { between } from '../../graph/path.js';
import { type Description, describe, type FieldDeclaration } from '../../model/declaration.js';

/** The description of a field, which says of one that follows from others that it does, and by way of what. */
export function fieldDescription(declaration: FieldDeclaration): Description {
  const { en, ja } = declaration.description;
  if (declaration.kind === 'property' && declaration.derived)
    return describe(`${en} Worked out from what the documents print.`, `${ja}（算出）`);
  const passed = declaration.kind === 'relationship' ? between(declaration) : [];
  if (passed.length === 0) return declaration.description;
  const names = passed.map(({ name }) => name).join(' and ');
  const namesJa = passed.map((node) => node.description.ja).join('・');
  return describe(`${en} Derived by way of ${names}.`, `${ja}。${namesJa}を経て導出`);
}
