import type { NodeDeclaration } from '../model/declaration.js';
import { fieldsOf, nodes, relationshipsOf } from '../model/model.js';
import { allOf, comparison, listedBy, reachedFrom } from './filter-steps.js';
import { derivationSteps } from './links.js';
import type { FilterInput } from './operators.js';
import { pathOf } from './path.js';
import { relationshipSteps } from './projection.js';
import { allNodes, nodeById, stepsOfAll } from './root-statements.js';
import type { SelectedField } from './selection.js';
import { effectiveView, nodeVisible, Statement, type View } from './statement.js';
import { connectionSteps } from './steps.js';

/** A field without arguments: of a connection its page and its total, of anything else whatever properties. */
const plainField = (name: string, given: SelectedField['arguments'] = {}): SelectedField => ({
  path: [name],
  responseKey: name,
  name,
  arguments: given,
  below: { of: (type) => (type.endsWith('Connection') ? [plainField('nodes'), plainField('totalCount')] : []) },
});

/** Operators that filters mostly use, each with a value of the kind that it takes. */
const usualOperators: Readonly<Record<string, readonly FilterInput[]>> = {
  ID: [{ eq: '' }, { in: [] }],
  String: [
    { eq: '' },
    { ne: '' },
    { in: [] },
    { contains: '' },
    { startsWith: '' },
    { endsWith: '' },
    { isNull: true },
  ],
  Int: [{ eq: 0 }, { in: [] }, { lt: 0 }, { lte: 0 }, { gt: 0 }, { gte: 0 }],
  Boolean: [{ eq: true }],
};

/** The statements of all steps without order, and of usual filters; those that are used most first. */
export function usualStatements(): readonly string[] {
  const draft: View = { kind: 'stage', stage: 'DRAFT', parameter: '' };
  const texts = [
    ...lookUps(),
    ...nodes.flatMap((node) => lists(node)),
    ...nodes.flatMap((node) => relationships(node, effectiveView)),
    ...nodes.flatMap((node) => filters(node, effectiveView)),
    ...nodes.flatMap((node) => lists(node, { stage: 'DRAFT' })),
    ...nodes.flatMap((node) => relationships(node, draft)),
    ...nodes.flatMap((node) => derivations(node, effectiveView)),
  ];
  return [...new Set(texts)];
}

/** What finds the nodes of a type that fit a filter, and the list of those that were found. */
const filters = (node: NodeDeclaration, view: View): readonly string[] => [
  allOf(node).text,
  listedBy(node, () => [nodeVisible('n', node, view)].filter((condition) => condition !== null)).text,
  ...stepsOfAll(node, 'all', { ...plainField(node.plural), arguments: { filter: {} } }).plans.map(({ text }) => text),
  ...Object.entries(fieldsOf(node)).flatMap(([name, field]) => {
    if (field.kind === 'relationship') return reachedFrom(field, {}, null, view).text;
    if (field.kind !== 'property') return [];
    const given = usualOperators[String(field.type)] ?? [];
    return given.flatMap((operation) => comparison(node, name, field, operation, view)?.text ?? []);
  }),
];

const lookUps = (): readonly string[] => [
  ...(['Node', 'Measure'] as const).map(
    (type) => new Statement({ stepwise: true }).plan((statement) => nodeById(type)(statement, plainField('node'))).text,
  ),
];

const lists = (node: NodeDeclaration, given: SelectedField['arguments'] = {}): readonly string[] =>
  connectionSteps(node, plainField(node.plural, given), allNodes(node, 'all')).plans.map(({ text }) => text);

/** Where derived links were read, and by way of what they follow. */
const derivations = (node: NodeDeclaration, view: View): readonly string[] =>
  relationshipsOf(node).flatMap(([, relationship]) => {
    const { derivation } = pathOf(new Statement({ stepwise: true }), relationship, 'n', view, {
      start: 'parent',
      shown: true,
    });
    if (!derivation) return [];
    return [plainField('sources'), plainField('effective'), ways].flatMap((field) =>
      derivationSteps(derivation, field, { shown: view, found: [view] }).plans.map(({ text }) => text),
    );
  });

const ways: SelectedField = {
  ...plainField('via'),
  below: { of: (type) => (type === 'Derivation' ? [plainField('nodes'), plainField('links')] : []) },
};

const relationships = (node: NodeDeclaration, view: View): readonly string[] =>
  Object.entries(fieldsOf(node)).flatMap(([name, field]) =>
    field.kind === 'relationship'
      ? relationshipSteps(node, field, plainField(name), view).plans.map(({ text }) => text)
      : [],
  );
