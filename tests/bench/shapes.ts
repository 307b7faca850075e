/** Random shapes of operations, each as both services are asked for it, with equal selections. */
import type { NodeDeclaration, RelationshipDeclaration } from '../../src/model/declaration.js';
import { fieldsOf, nodes } from '../../src/model/model.js';

/** A number in [0, 1), from a seed: the generator of Park and Miller. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** What `peer-types.graphql` has of the model too. */
const shared: Readonly<
  Record<string, { readonly properties: readonly string[]; readonly relationships: readonly string[] }>
> = {
  Municipality: {
    properties: ['id', 'code', 'name', 'nameEn'],
    relationships: ['policyFields', 'departments', 'reformFields'],
  },
  PolicyField: {
    properties: ['id', 'number', 'name', 'nameEn', 'vision'],
    relationships: ['municipality', 'policyItems'],
  },
  PolicyItem: {
    properties: ['id', 'code', 'number', 'name', 'nameEn'],
    relationships: ['field', 'measures', 'sdgs', 'indicators'],
  },
  Measure: {
    properties: ['id', 'code', 'name', 'nameEn', 'nameOnly', 'summary'],
    relationships: ['policyItem', 'departments', 'reformSheets'],
  },
  Department: {
    properties: ['id', 'name', 'nameEn'],
    relationships: ['municipality', 'measures', 'ledSheets', 'supportedSheets'],
  },
  Sdg: { properties: ['id', 'number', 'name', 'nameEn', 'color', 'uri'], relationships: ['policyItems'] },
  ReformField: { properties: ['id', 'number', 'name'], relationships: ['municipality', 'sheets'] },
  ReformSheet: {
    properties: ['id', 'number', 'name', 'nameEn', 'page', 'startFiscalYear', 'targetFiscalYear', 'planChanged'],
    relationships: ['field', 'measures', 'leadDepartments', 'supportingDepartments', 'annualGoals'],
  },
  AnnualGoal: { properties: ['id', 'fiscalYear', 'text'], relationships: ['sheet'] },
  Indicator: { properties: ['id', 'number', 'name', 'nameEn', 'definition', 'unit'], relationships: ['policyItem'] },
};

/** What is selected of a node: properties, and relationships with what is selected behind them. */
interface Tree {
  readonly type: string;
  readonly properties: readonly string[];
  readonly branches: Readonly<Record<string, Tree>>;
}

/** A condition: of a property, or of related nodes. */
type Condition =
  | { readonly property: string; readonly operator: string; readonly value: string | number }
  | { readonly relationship: string; readonly condition: Condition };

/** A root list with its conditions, of which the first twenty nodes are asked for. */
interface Shape {
  readonly tree: Tree;
  readonly conditions: readonly Condition[];
}

export interface Pair {
  readonly ours: string;
  readonly peer: string;
}

export const kinds = [
  'departments and their measures',
  'two related filters, four levels',
  "a field's items, three lists and one below",
  'random trees, three and four levels',
  'random filters',
] as const;
export type Kind = (typeof kinds)[number];

const first = 20;

/** Makes random shapes, the same for the same numbers. */
export class Shapes {
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  /** Operations of a kind in both dialects. */
  next(kind: Kind): Pair {
    const shape = this.shape(kind);
    return { ours: this.ours(shape), peer: this.peer(shape) };
  }

  private shape(kind: Kind): Shape {
    switch (kind) {
      case 'departments and their measures':
        return {
          tree: this.tree('Department', { measures: this.tree('Measure') }),
          conditions: [this.condition('Department', 0)],
        };
      case 'two related filters, four levels': {
        const related = this.shuffled(['policyItem', 'departments', 'reformSheets']).slice(0, 2);
        return { tree: this.chain('Measure', 3), conditions: related.map((name) => this.related('Measure', name, 0)) };
      }
      case "a field's items, three lists and one below": {
        const [sdgs, indicators] = [this.tree('Sdg'), this.tree('Indicator')];
        const measures = this.tree('Measure', { departments: this.tree('Department') });
        const items = this.tree('PolicyItem', { measures, sdgs, indicators });
        return {
          tree: this.tree('PolicyField', { policyItems: items }),
          conditions: [{ property: 'number', operator: 'eq', value: this.number(1, 8) }],
        };
      }
      case 'random trees, three and four levels':
        return { tree: this.walk(this.rootType(), this.number(2, 3)), conditions: [] };
      case 'random filters': {
        const type = this.rootType();
        const count = this.number(1, 3);
        const conditions = Array.from({ length: count }, () => this.condition(type, 2));
        return { tree: this.walk(type, 1), conditions };
      }
    }
  }

  private rootType = () =>
    this.one(['PolicyField', 'PolicyItem', 'Measure', 'Department', 'ReformSheet', 'Sdg', 'ReformField']);

  /** Some properties of a type, at least one. */
  private tree(type: string, branches: Tree['branches'] = {}): Tree {
    const { properties = [] } = shared[type] ?? {};
    const chosen = properties.filter(() => this.random() < 0.5);
    return { type, properties: chosen.length > 0 ? chosen : [this.one(properties)], branches };
  }

  /** One relationship after the other, none of which leads back; as deep as they go. */
  private chain(type: string, depth: number, above: readonly string[] = []): Tree {
    return this.walk(type, depth, above, 1);
  }

  /** One or two relationships at every level, none of which leads back: going round and round is refused as too costly. */
  private walk(type: string, depth: number, above: readonly string[] = [], most = 2): Tree {
    const path = [...above, type];
    const ahead = (shared[type]?.relationships ?? []).filter((name) => !path.includes(targetOf(type, name)));
    const names = depth === 0 ? [] : this.shuffled(ahead).slice(0, this.number(1, most));
    const below = names.map((name) => [name, this.walk(targetOf(type, name), depth - 1, path, most)] as const);
    return this.tree(type, Object.fromEntries(below));
  }

  private condition(type: string, depth: number): Condition {
    if (depth > 0 && this.random() < 0.6)
      return this.related(type, this.one(shared[type]?.relationships ?? []), depth - 1);
    const { properties = [] } = shared[type] ?? {};
    const property = this.one(properties.filter((name) => !['Boolean', 'ID'].includes(String(typeOf(type, name)))));
    if (typeOf(type, property) === 'Int')
      return {
        property,
        operator: this.one(['eq', 'gt', 'lte']),
        value: /year/i.test(property) ? this.number(2022, 2029) : this.number(1, 17),
      };
    return {
      property,
      operator: this.one(['contains', 'startsWith', 'endsWith']),
      value: this.one(['市', '民', '5', 'の', '課', 'c', '進']),
    };
  }

  private related = (type: string, relationship: string, depth: number): Condition => ({
    relationship,
    condition: this.condition(targetOf(type, relationship), depth),
  });

  private shuffled = (values: readonly string[]): readonly string[] =>
    values
      .map((value) => ({ value, place: this.random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);

  private number = (least: number, most: number) => least + Math.floor(this.random() * (most - least + 1));

  private one<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.random() * values.length)] as Value;
  }

  private ours({ tree, conditions }: Shape): string {
    const filters = conditions.map((condition) => this.ourCondition(tree.type, condition)).join(', ');
    const filter = conditions.length > 0 ? `, filter: { and: [${filters}] }` : '';
    return `{ ${nodeOf(tree.type).plural}(first: ${first}${filter}) { nodes { ${this.ourTree(tree)} } } }`;
  }

  private ourTree({ type, properties, branches }: Tree): string {
    const related = Object.entries(branches).map(([name, below]) => {
      const inner = this.ourTree(below);
      return relationship(type, name).shape === 'connection'
        ? `${name} { nodes { ${inner} } }`
        : `${name} { ${inner} }`;
    });
    return [...properties, ...related].join(' ');
  }

  private ourCondition(type: string, condition: Condition): string {
    if ('property' in condition)
      return `{ ${condition.property}: { ${condition.operator}: ${JSON.stringify(condition.value)} } }`;
    const { shape } = relationship(type, condition.relationship);
    const inner = this.ourCondition(targetOf(type, condition.relationship), condition.condition);
    const single = shape === 'one' || shape === 'required';
    return `{ ${condition.relationship}: ${single ? inner : `{ some: ${inner} }`} }`;
  }

  private peer({ tree, conditions }: Shape): string {
    const filters = [
      ...effective(tree.type),
      ...conditions.map((condition) => this.peerCondition(tree.type, condition)),
    ];
    const where = filters.length > 0 ? `, where: { AND: [${filters.join(', ')}] }` : '';
    return `{ ${nodeOf(tree.type).plural}(limit: ${first}, sort: { sortKey: ASC }${where}) { ${this.peerTree(tree)} } }`;
  }

  private peerTree({ type, properties, branches }: Tree): string {
    const related = Object.entries(branches).map(([name, below]) => {
      const { shape } = relationship(type, name);
      const [condition] = effective(below.type);
      const given = [
        ...(condition ? [`where: ${condition}`] : []),
        ...(shape === 'connection' ? ['limit: 50'] : []),
        ...(shape === 'connection' || shape === 'list' ? ['sort: { sortKey: ASC }'] : []),
      ];
      return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''} { ${this.peerTree(below)} }`;
    });
    return [...properties, ...related].join(' ');
  }

  private peerCondition(type: string, condition: Condition): string {
    if ('property' in condition)
      return `{ ${condition.property}: { ${condition.operator}: ${JSON.stringify(condition.value)} } }`;
    const target = targetOf(type, condition.relationship);
    const inner = [...effective(target), this.peerCondition(target, condition.condition)];
    return `{ ${condition.relationship}: { some: { AND: [${inner.join(', ')}] } } }`;
  }
}

/** What the peer is told about being in force, where its types know it. */
const effective = (type: string): readonly string[] =>
  ['PolicyItem', 'Measure', 'Indicator'].includes(type) ? ['{ effective: { eq: true } }'] : [];

function nodeOf(type: string): NodeDeclaration {
  const node = nodes.find(({ name }) => name === type);
  if (!node) throw new Error(`expected a node type, but got: ${type}`);
  return node;
}

function relationship(type: string, name: string): RelationshipDeclaration {
  const field = fieldsOf(nodeOf(type))[name];
  if (field?.kind !== 'relationship') throw new Error(`expected a relationship ${name} of ${type}`);
  return field;
}

const targetOf = (type: string, name: string): string => relationship(type, name).target;

function typeOf(type: string, name: string): unknown {
  const field = fieldsOf(nodeOf(type))[name];
  return field?.kind === 'property' ? field.type : null;
}
