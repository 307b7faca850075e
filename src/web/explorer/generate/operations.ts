import { type GraphQLSchema, isObjectType } from 'graphql';
import { codes } from '../pages/types/codes.js';
import { countField } from '../pages/types/count-field.js';
import { countedLists } from '../pages/types/declarations.js';
import { type Fields, fieldsIn, stepsOf } from './fields.js';
import { choiceName, crossTabAlias, type Model, type PlannedType } from './page-types.js';

/** Fields to read, by their text up to the braces. */
interface Selection {
  [field: string]: Selection;
}

const lines = (selection: Selection, indent: string): string =>
  Object.entries(selection)
    .map(([field, below]) =>
      Object.keys(below).length === 0
        ? `${indent}${field}\n`
        : `${indent}${field} {\n${lines(below, `${indent}  `)}${indent}}\n`,
    )
    .join('');

/** The pages know things by their ids without a stage, which their addresses have too. */
const thingId = 'thingId';
const id = `id: ${thingId}`;

const coverage: Selection = { coverage: { '...CoverageTold': {} } };

/** Adds what stands below the fields of a way. */
function add(selection: Selection, way: readonly string[]): Selection {
  let at = selection;
  for (const field of way) at = at[field] ??= {};
  return at;
}

/**
 * The operations of all pages of node types. `fragments` are those written by hand: `<Type>Cell` is what a cell of a table
 * reads of a type, instead of its name.
 */
export function pageOperations(
  schema: GraphQLSchema,
  model: Model,
  types: readonly PlannedType[],
  fragments: ReadonlySet<string>,
): string {
  const fields = fieldsIn(schema);
  const byName = new Map(types.map((type) => [type.name, type]));
  const stage = '$stage: PlanStage';

  const naming = (type: string): readonly string[] => {
    const key = byName.get(type)?.key;
    const named = [...(key ? [key] : []), 'name', 'nameEn'].filter((name) => fields.has(type, name));
    return fields.has(type, thingId) ? [id, ...named] : named;
  };
  const cellOf = (type: string, isMany: boolean): readonly string[] => {
    if (fragments.has(`${type}Cell`) && (isMany || !fields.has(type, 'id'))) return [`...${type}Cell`];
    const named = naming(type);
    if (named.length > 0) return fields.has(type, 'name') ? named : [id];
    return fields
      .of(type)
      .filter(({ kind }) => kind === 'scalar' || kind === 'enum')
      .map(({ name }) => name);
  };
  /** Of what all municipalities share, only what hangs on the one that is looked at. */
  const within = (type: PlannedType, target: string) => {
    const way = type.shared ? wayToMunicipality(fields, target) : null;
    if (!way) return '';
    const condition = ['municipality', ...way.slice(0, -1).toReversed()].reduce(
      (inner, step) => `{ ${step}: ${inner} }`,
      '{ id: { eq: $municipality } }',
    );
    return `filter: ${condition}`;
  };
  const withArguments = (field: string, ...given: readonly string[]) => {
    const all = given.filter(Boolean).join(', ');
    return all ? `${field}(${all})` : field;
  };

  function read(type: PlannedType, paths: readonly string[], into: Selection): Selection {
    for (const path of paths) {
      const isCount = path.endsWith('.totalCount');
      const steps = stepsOf(fields, type.name, path.replace('.totalCount', ''));
      const last = steps.at(-1);
      if (!last) continue;
      const at = add(
        into,
        steps.slice(0, -1).map(({ name }) => name),
      );
      const { name, kind, type: target, owner } = last;
      const put = (way: readonly string[], leaves: readonly string[]) => {
        for (const leaf of leaves) add(at, [...way, leaf]);
      };
      if (isCount) {
        // One field is asked for in one way: what is listed is counted there.
        const listed = withArguments(name, within(type, target), 'first: 100');
        put([listed in at ? listed : withArguments(name, within(type, target))], ['totalCount']);
      } else if (kind === 'connection')
        put([withArguments(name, within(type, target), 'first: 100'), 'nodes'], cellOf(target, true));
      else if (kind === 'scalar' || kind === 'enum') {
        const era = name.replace(/^(?:fiscalYear|year)$/, 'era').replace(/FiscalYear$/, 'Era');
        put([], era !== name && fields.has(owner, era) ? [name, era] : [name]);
      } else put([name], cellOf(target, kind === 'list'));
    }
    return into;
  }

  /** How far what cells show of a row was read: none is not the same as what nobody looked for. */
  const coverageBesideCells = (type: PlannedType, paths: readonly string[]): Selection => {
    if (!fields.has(type.name, 'coverage')) return {};
    const related = paths
      .map((path) => path.replace('.totalCount', ''))
      .filter((path) => !path.includes('.') && fields.find(type.name, path).type in model);
    if (related.length === 0) return {};
    const names = [...new Set(related)].map((field) => JSON.stringify(field)).join(', ');
    return { [`coverage(fields: [${names}])`]: { field: {}, coverage: { state: {} } } };
  };

  const operation = (name: string, variables: readonly string[], selection: Selection) =>
    `query ${name}(${variables.join(', ')}) {\n${lines(selection, '  ')}}\n`;

  const ofNode = (type: PlannedType, name: string, selection: Selection) =>
    operation(name, ['$id: ID!', ...(type.shared ? ['$municipality: ID!'] : [])], {
      'node(id: $id)': { __typename: {}, [`... on ${type.name}`]: selection },
    });

  /** How long a list is that may be cut. */
  const countBeside = (type: PlannedType, list: string): Selection =>
    fields.has(type.name, countField(list)) ? { [countField(list)]: {} } : {};

  const facts = (type: PlannedType) => {
    const selection = read(type, [...type.reads.facts, ...type.reads.strip], { [id]: {} });
    if (type.key) add(selection, [type.key]);
    if (!type.entity) add(selection, ['sources', '...SourceLines']);
    else for (const told of [['field'], ['coverage', '...CoverageTold']]) add(selection, ['coverage', ...told]);
    for (const { field, kind, target } of type.relations)
      if (kind === 'connection') {
        const listed = withArguments(field, within(type, target), 'first: 100');
        add(selection, [listed in selection ? listed : withArguments(field, within(type, target)), 'totalCount']);
      } else {
        Object.assign(selection, countBeside(type, field));
        add(selection, [
          field,
          fields.has(target, thingId)
            ? id
            : (fields.of(target).find(({ kind: each }) => each === 'scalar')?.name ?? '__typename'),
        ]);
      }
    return ofNode(type, type.factsOperation, selection);
  };

  /** What stands in the columns of things beside each other: what they are related with by name, and the strip. */
  const beside = (type: PlannedType) => {
    if (!type.besideOperation) return [];
    const related = type.relations.filter(({ kind, target }) => kind === 'connection' && fields.has(target, 'name'));
    const paths = related.flatMap(({ field }) => [field, `${field}.totalCount`]);
    const selection = read(type, [...paths, ...type.reads.strip], { [id]: {} });
    for (const told of [['field'], ['coverage', '...CoverageTold']]) add(selection, ['coverage', ...told]);
    return [ofNode(type, type.besideOperation, selection)];
  };

  const rowOf = (target: string) => {
    const type = byName.get(target);
    if (!type) throw new Error(`expected columns for rows of ${target}: declare it`);
    const row = read(
      { ...type, shared: false },
      type.reads.row,
      Object.fromEntries(naming(target).map((name) => [name, {}])),
    );
    return { ...row, ...coverageBesideCells(type, type.reads.row) };
  };

  const relation = (type: PlannedType, { field, kind, target, operation: name }: PlannedType['relations'][number]) => {
    const sources = { '...SourceLines': {} };
    if (kind === 'list')
      return ofNode(type, name, {
        [field]: { ...rowOf(target), ...(fields.has(target, 'sources') && { sources }) },
        ...countBeside(type, field),
      });
    const via = { via: { nodes: { '...NamedWithCode': {} } } };
    const edge = {
      printedAs: {},
      stages: {},
      ...(fields.find(type.name, field).isDerived && via),
      sources,
      node: rowOf(target),
    };
    return ofNode(type, name, {
      [withArguments(field, 'first: 500', within(type, target))]: { totalCount: {}, edges: edge },
    });
  };

  const list = (type: PlannedType) => {
    if (!type.list) return [];
    const query = schema.getQueryType()?.getFields()[type.plural];
    const isOfMunicipality = query?.args.some(({ name }) => name === 'municipality') ?? false;
    const { filters, operation: name, choicesOperation, dated } = type.list;
    const variables = ['$municipality: ID!', stage, `$filter: ${type.name}Filter`, ...(dated ? ['$asOf: Date'] : [])];
    const narrowed = [
      isOfMunicipality ? 'municipality: $municipality' : '',
      'stage: $stage',
      dated ? 'asOf: $asOf' : '',
      'filter: $filter',
    ];
    const row = read(type, type.reads.list, Object.fromEntries(naming(type.name).map((each) => [each, {}])));
    const nodes = { ...row, ...coverageBesideCells(type, type.reads.list) };
    if (type.list.sources) add(nodes, ['sources @include(if: $sources)', '...SourceLines']);
    const ofRows = [`$orderBy: [${type.name}Order!]`, ...(type.list.sources ? ['$sources: Boolean!'] : [])];
    const rows = operation(name, [...variables, ...ofRows], {
      [withArguments(type.plural, ...narrowed, 'orderBy: $orderBy', 'first: 500')]: {
        totalCount: {},
        ...coverage,
        nodes,
      },
    });
    if (!choicesOperation) return [rows];
    const found = operation(`${type.name}Found`, variables, {
      [withArguments(type.plural, ...narrowed, 'first: 500')]: { totalCount: {}, nodes: { [id]: {} } },
    });
    const choice = { value: {}, label: {}, labelEn: {}, count: {}, noneState: {} };
    const facets = filters.flatMap(({ counted, steps, name: alias }) =>
      counted && 'facet' in counted
        ? [[`${alias}: facets(by: ${choiceName(steps[0]?.field ?? '')})`, choice] as const]
        : [],
    );
    const header = { key: {}, label: {}, labelEn: {}, total: {}, noneState: {} };
    const crossTabs = type.crossTab.flatMap(({ dimension }, place) => {
      if (place % 2 === 1) return [];
      const crossTab = withArguments(
        'crossTab',
        `rows: ${dimension}`,
        `columns: ${type.crossTab[place + 1]?.dimension ?? 'MUNICIPALITY'}`,
        `count: ${choiceName(type.plural)}`,
        `filter: { ${type.plural}: $filter }`,
        'municipality: $municipality',
        'stage: $stage',
      );
      return [[`${crossTabAlias(place)}: ${crossTab}`, { rows: header, columns: header }] as const];
    });
    const choices = operation(choicesOperation, variables, {
      ...(facets.length > 0 && { [withArguments(type.plural, ...narrowed)]: Object.fromEntries(facets) }),
      ...Object.fromEntries(crossTabs),
    });
    return [rows, found, choices];
  };

  /** Whether what a stage seems to lack was looked for there, and which wholes were not read. */
  const atStage = (type: PlannedType) => {
    if (!type.stageOperation) return [];
    const told = { '...CoverageTold': {}, missing: { type: {}, count: {}, ids: {} } };
    const listed = withArguments(type.plural, 'municipality: $municipality', 'stage: $stage');
    return [operation(type.stageOperation, ['$municipality: ID!', stage], { [listed]: { coverage: told } })];
  };

  const counts = countedLists.map((list) => [
    withArguments(list, 'municipality: $municipality', 'stage: $stage'),
    { totalCount: {}, ...coverage },
  ]);
  return types
    .filter(({ name }) => isObjectType(schema.getType(name)) && name in model)
    .flatMap((type) => [
      ...list(type),
      ...atStage(type),
      facts(type),
      ...beside(type),
      ...type.relations.map((each) => relation(type, each)),
    ])
    .concat(operation('KeyNumbers', ['$municipality: ID!', stage], Object.fromEntries(counts)))
    .join('\n');
}

/** The relationships that lead from a type to its municipality, such as `policyItem`, `field`, `municipality`; null for none. */
function wayToMunicipality(fields: Fields, from: string, seen: readonly string[] = []): readonly string[] | null {
  const one = fields.of(from).filter(({ kind, type }) => kind === 'one' && !seen.includes(type));
  if (one.some(({ type }) => type === 'Municipality')) return ['municipality'];
  for (const { name, type } of one) {
    const way = wayToMunicipality(fields, type, [...seen, from]);
    if (way) return [name, ...way];
  }
  return null;
}

/** For each fragment `<Name>AtStage` an operation `Compare<Name>` that reads a node by it at every stage of the plan. */
export const stageOperations = (fragments: ReadonlySet<string>): string =>
  [...fragments]
    .filter((name) => name.endsWith('AtStage'))
    .map((name) => {
      const aliases = ['current', 'draft', 'adopted'];
      const at = (alias: string) => [`${alias}: node(id: $${alias})`, { [`...${name}`]: {} }];
      const variables = aliases.map((alias) => `$${alias}: ID!`).join(', ');
      return `query Compare${name.replace('AtStage', '')}(${variables}) {\n${lines(Object.fromEntries(aliases.map(at)), '  ')}}\n`;
    })
    .join('\n');

/** The fragment that reads any named thing with the code that its type declares; those that all share come last. */
export function namedWithCode(model: Model): string {
  const keys = Object.entries(model)
    .toSorted(([, a], [, b]) => Number(a.global) - Number(b.global))
    .flatMap(([type, { key }]) => {
      const code = codes[type];
      return code ? [`... on ${type} { ${code.alias}: ${key} }`] : [];
    });
  return `fragment NamedWithCode on Entity { __typename ${id} name nameEn ${keys.join(' ')} }`;
}
