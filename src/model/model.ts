/** The model as a whole: every node type and edge type, with look-ups by name. */
import type {
  EdgeDeclaration,
  FieldDeclaration,
  NodeDeclaration,
  PropertyDeclaration,
  RelationshipDeclaration,
  ValuePropertyDeclaration,
} from './declaration.js';
import { edges } from './edges.js';
import { entityFields, identity, internalFields, nodeFields, stagesField } from './nodes/entity.js';
import * as linkage from './nodes/linkage.js';
import * as organisation from './nodes/organisation.js';
import * as plan from './nodes/plan.js';
import * as provenance from './nodes/provenance.js';
import * as reform from './nodes/reform.js';

/** Every node type, in the order in which people meet them. */
export const nodes: readonly NodeDeclaration[] = [
  plan.Municipality,
  plan.PolicyField,
  plan.PolicyItem,
  plan.Measure,
  organisation.Department,
  organisation.SupportingScope,
  organisation.Sdg,
  plan.Indicator,
  plan.IndicatorProposal,
  plan.Vision,
  plan.RelatedPlan,
  plan.Project,
  plan.SurveyResult,
  linkage.LinkagePlan,
  linkage.Initiative,
  reform.ReformField,
  reform.ReformPerspective,
  reform.ReformSheet,
  reform.AnnualGoal,
  reform.Evaluation,
  provenance.Change,
  provenance.Passage,
  provenance.SourceDocument,
  provenance.ExtractionIssue,
];

const nodesByName = new Map(nodes.map((node) => [node.name, node]));
const edgesByType = new Map(edges.map((edge) => [edge.type, edge]));

export { edges };

/** A node type by its name; an unknown name is a mistake in the model itself. */
export function nodeNamed(name: string): NodeDeclaration {
  const node = nodesByName.get(name);
  if (!node) throw new Error(`expected the name of a node type, but got: ${name}`);
  return node;
}

/** The node type of that name, or undefined for an interface. */
export const findNode = (name: string): NodeDeclaration | undefined => nodesByName.get(name);

export function edgeOfType(type: string): EdgeDeclaration {
  const edge = edgesByType.get(type);
  if (!edge) throw new Error(`expected an edge type of the model, but got: ${type}`);
  return edge;
}

/** The types that can stand where a type or interface is asked for. */
export function possibleTypes(name: string): readonly NodeDeclaration[] {
  if (name === 'Node') return nodes;
  if (name === 'Entity') return nodes.filter(({ entity }) => entity);
  return [nodeNamed(name)];
}

const allFields = new Map<string, Readonly<Record<string, FieldDeclaration>>>(
  nodes.map((node) => [
    node.name,
    {
      ...nodeFields,
      id: identity(node.example),
      ...(node.entity ? entityFields : {}),
      ...internalFields,
      stages: stagesField,
      ...node.fields,
    },
  ]),
);

/** All fields of a node type, the shared ones first. */
export const fieldsOf = (node: NodeDeclaration): Readonly<Record<string, FieldDeclaration>> =>
  allFields.get(node.name) ?? node.fields;

const entriesOf = <K extends FieldDeclaration['kind']>(node: NodeDeclaration, kind: K) =>
  Object.entries(fieldsOf(node)).filter(
    (entry): entry is [string, Extract<FieldDeclaration, { kind: K }>] => entry[1].kind === kind,
  );

export const propertiesOf = (node: NodeDeclaration): readonly [string, PropertyDeclaration][] =>
  entriesOf(node, 'property');
export const valuesOf = (node: NodeDeclaration): readonly [string, ValuePropertyDeclaration][] =>
  entriesOf(node, 'valueProperty');
export const relationshipsOf = (node: NodeDeclaration): readonly [string, RelationshipDeclaration][] =>
  entriesOf(node, 'relationship');
