import type { NodeDeclaration } from '../model/declaration.js';
import { fieldsOf, nodes } from '../model/model.js';
import { relationshipSteps } from './projection.js';
import { allNodes, nodeById } from './root-statements.js';
import type { SelectedField } from './selection.js';
import { effectiveView, Statement, type View } from './statement.js';
import { connectionSteps } from './steps.js';

/** A field without arguments: of a connection its page and its total, of anything else whatever properties. */
const plainField = (name: string, given: SelectedField['arguments'] = {}): SelectedField => ({
  path: [name],
  responseKey: name,
  name,
  arguments: given,
  below: { of: (type) => (type.endsWith('Connection') ? [plainField('nodes'), plainField('totalCount')] : []) },
});

/** The statements of all steps without filter and order, those that are used most first. */
export function usualStatements(): readonly string[] {
  const draft: View = { kind: 'stage', stage: 'DRAFT', parameter: '' };
  const texts = [
    ...lookUps(),
    ...nodes.flatMap((node) => lists(node)),
    ...nodes.flatMap((node) => relationships(node, effectiveView)),
    ...nodes.flatMap((node) => lists(node, { stage: 'DRAFT' })),
    ...nodes.flatMap((node) => relationships(node, draft)),
  ];
  return [...new Set(texts)];
}

const lookUps = (): readonly string[] => [
  ...(['Node', 'Measure'] as const).map(
    (type) => new Statement({ stepwise: true }).plan((statement) => nodeById(type)(statement, plainField('node'))).text,
  ),
];

const lists = (node: NodeDeclaration, given: SelectedField['arguments'] = {}): readonly string[] =>
  connectionSteps(node, plainField(node.plural, given), allNodes(node, false)).plans.map(({ text }) => text);

const relationships = (node: NodeDeclaration, view: View): readonly string[] =>
  Object.entries(fieldsOf(node)).flatMap(([name, field]) =>
    field.kind === 'relationship'
      ? relationshipSteps(node, field, plainField(name), view).plans.map(({ text }) => text)
      : [],
  );
