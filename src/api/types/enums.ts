import { registerEnumType } from 'type-graphql';
import { describe, type EnumDeclaration, enumeration, printDescription } from '../../model/declaration.js';
import * as enums from '../../model/enums.js';

export const SortDirection = enumeration('SortDirection', describe('Direction of an order.', '並び順の方向'), {
  ASC: describe('Ascending; what is missing stands last.', '昇順（値なしは末尾）'),
  DESC: describe('Descending; what is missing stands last.', '降順（値なしは末尾）'),
});

const registered = new Map<string, Readonly<Record<string, string>>>();

/** The object that stands for an enum in the schema; registered when it is first asked for. */
export function enumType(declaration: EnumDeclaration): object {
  const known = registered.get(declaration.name);
  if (known) return known;
  const values = Object.fromEntries(Object.keys(declaration.values).map((value) => [value, value]));
  registerEnumType(values, {
    name: declaration.name,
    description: printDescription(declaration.description),
    valuesConfig: Object.fromEntries(
      Object.entries(declaration.values).map(([value, description]) => [
        value,
        { description: printDescription(description) },
      ]),
    ),
  });
  registered.set(declaration.name, values);
  return values;
}

export const PlanStage = enumType(enums.PlanStage);
