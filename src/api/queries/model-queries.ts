/** The root fields that the model declares: a list for every type and a look-up for every natural key. */

import type { NaturalKey } from '../../graph/engine.js';
import { describe, type NodeDeclaration, printDescription } from '../../model/declaration.js';
import { foldDesignation } from '../../model/folded-text.js';
import { fieldsOf, nodes } from '../../model/model.js';
import { type Arguments, argument, type FieldDeclaration, leaf, t } from '../types/declare.js';
import { connectionArguments, connectionType, nodeArguments, nodeType } from '../types/objects.js';
import { chosenMunicipalities, municipality } from './arguments.js';
import { type ChosenCities, chosenCities, mostSelected, municipalityOf } from './cities.js';

type Given = Readonly<Record<string, unknown>>;
type RootField = FieldDeclaration<unknown>;

/** A look-up finds one thing, a list those of several municipalities. */
const lookupArguments = (node: NodeDeclaration): Arguments =>
  node.global ? {} : { municipality: municipality('any', 'すべて') };
const listArguments = (node: NodeDeclaration): Arguments =>
  node.global ? {} : chosenMunicipalities('any', 'すべて', mostSelected);

type Lookup = NonNullable<NodeDeclaration['lookup']>;

function naturalKeys(node: NodeDeclaration, lookup: Lookup): Arguments {
  const fields = fieldsOf(node);
  const keys = Object.entries(lookup).map(([name, example]) => {
    const declaration = fields[name];
    if (declaration?.kind !== 'property')
      throw new Error(`expected a property of ${node.name} as its natural key, but got: ${name}`);
    const text = describe(`The ${name} of the ${node.name}, such as ${example}.`, declaration.description.ja);
    return [name, argument(leaf(declaration.type), printDescription(text))] as const;
  });
  return Object.fromEntries(keys);
}

function lookupField(node: NodeDeclaration, lookup: Lookup): RootField {
  const keys = Object.keys(lookup);
  const [otherwise, otherwiseJa] = keys.includes('name')
    ? [', or else with that English name or alias', '。その名称のものがなければ英語名・別名で探す']
    : ['', ''];
  const text = describe(
    `The ${node.name} with that ${keys.join(' and ')}${otherwise}; null where there is none.`,
    `${node.description.ja}を1件取得${otherwiseJa}`,
  );
  return {
    type: t.nullable(nodeType(node)),
    description: printDescription(text),
    args: { ...naturalKeys(node, lookup), ...lookupArguments(node), ...nodeArguments },
    resolve: async (_root, given: Given, context, info) => {
      const key: Record<string, string | number> = {};
      for (const name of keys) {
        const value = given[name];
        key[name] = typeof value === 'string' ? foldDesignation(value).trim() : (value as number);
      }
      const municipality = await municipalityOf((given.municipality as string | null | undefined) ?? null, context);
      if (municipality !== null) key.municipality = municipality;
      return context.engine.byNaturalKey(node, key as NaturalKey, info);
    },
  };
}

const listField = (node: NodeDeclaration): RootField => ({
  type: connectionType(node),
  description: printDescription(
    describe(`All of type ${node.name}, filtered, ordered and paged.`, `${node.description.ja}の一覧`),
  ),
  args: { ...connectionArguments(node), ...listArguments(node) },
  resolve: async (_root, given: ChosenCities, context, info) =>
    context.engine.list(node, info, await chosenCities(given, context, mostSelected)),
});

/** The root fields of the model, by name. */
export function modelRootFields(): Readonly<Record<string, RootField>> {
  const fields: Record<string, RootField> = {};
  for (const node of nodes) {
    if (node.listed) fields[node.plural] = listField(node);
    const singular = `${node.name.charAt(0).toLowerCase()}${node.name.slice(1)}`;
    if (node.lookup) fields[singular] = lookupField(node, node.lookup);
  }
  return fields;
}
