import { type GraphQLSchema, isEnumType } from 'graphql';
import { hasListPage } from '../../../labels/pages.js';
import { type CrossTabFilter, declarations, listOrder, type PageDeclaration } from '../pages/types/declarations.js';
import type { FilterStep, FilterType, PageType, RelationType, ShownField } from '../pages/types/page-type.js';
import { type Field, type Fields, fieldsIn, stepsOf } from './fields.js';
import { orderPath } from './order-paths.js';
import { searchedFields } from './searched-fields.js';

/** What `schema/model.json` says of a node type. */
export interface ModelType {
  readonly plural: string;
  readonly idWord: string;
  readonly entity: boolean;
  readonly staged: boolean;
  readonly global: boolean;
  readonly listed: boolean;
  readonly key: string | null;
}
export type Model = Readonly<Record<string, ModelType>>;

/** A page type with the paths that its operations read, those that are not shown among them. */
export interface PlannedType extends PageType {
  readonly reads: {
    readonly facts: readonly string[];
    readonly strip: readonly string[];
    readonly row: readonly string[];
    readonly list: readonly string[];
  };
  readonly crossTab: readonly CrossTabFilter[];
}

const operationName = (type: string, field: string): string =>
  `${type}${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** `POLICY_ITEMS` of `policyItems`: how the schema names a field as a choice. */
export const choiceName = (field: string): string => field.replace(/[A-Z]/g, '_$&').toUpperCase();

const total = '.totalCount';
const isShown = (path: string) => !path.startsWith('+');
const plain = (path: string) => path.replace('+', '');

/** The pages of every node type, as declared or by default, in the order of the lists. */
export function plannedTypes(schema: GraphQLSchema, model: Model): readonly PlannedType[] {
  const fields = fieldsIn(schema);
  const common = new Set(fields.of('Entity').map(({ name }) => name));
  const filtersByType = new Map(
    Object.entries(model).map(([type, { listed }]) => [type, listed ? filtersOf(schema, fields, model, type) : []]),
  );

  const keyOf = (type: string): string | null => {
    const declared = declarations[type]?.key;
    return declared === undefined ? (model[type]?.key ?? null) : declared;
  };

  const shown = (type: string, path: string, opens: PageDeclaration['opens'] = {}): ShownField => {
    const isCount = path.endsWith(total);
    const last = stepsOf(fields, type, path.replace(total, '')).at(-1);
    if (!last) throw new Error(`expected a path from ${type}`);
    const { owner, name: field, type: target } = last;
    const kind = isCount ? 'count' : last.kind === 'list' || last.kind === 'connection' ? 'many' : last.kind;
    const base: ShownField = { path, owner, field, kind, type: target };
    const fitting = (filtersByType.get(target) ?? []).filter(
      ({ steps, others }) => others.length === 0 && leadsTo(fields, target, steps) === type,
    );
    const filter = opens[field] ?? (fitting.length === 1 ? fitting[0]?.name : undefined);
    return isCount && filter ? { ...base, opens: { list: model[target]?.plural ?? '', filter } } : base;
  };

  const isRecord = (target: string) => !fields.has(target, 'name');
  const isOwn = ({ name }: Field) => !common.has(name) && !/(?:^e|E)ra$/.test(name);
  const isProperty = ({ kind, isList }: Field) => (kind === 'scalar' || kind === 'enum') && !isList;
  const isRelation = ({ kind, type, name }: Field) =>
    !common.has(name) && (kind === 'connection' || (kind === 'list' && isRecord(type)));

  const planned = (name: string, { plural, entity, staged, global, listed }: ModelType): PlannedType => {
    const declared = declarations[name] ?? {};
    const own = fields.of(name).filter(isOwn);
    const key = keyOf(name);
    const heading = [...(key ? [key] : []), ...(entity ? ['name'] : [])];
    const properties = own.filter((field) => field.name !== key && (isProperty(field) || field.kind === 'one'));
    const byDefault = [
      ...heading,
      ...properties.map((field) => field.name),
      ...own.filter(({ kind, type }) => kind === 'connection' && type in model).map((field) => `${field.name}${total}`),
    ];
    const reads = {
      facts:
        declared.facts ?? own.filter((field) => field.name !== key && !isRelation(field)).map((field) => field.name),
      strip: declared.strip ?? [],
      row: declared.row ?? [...heading, ...properties.map((field) => field.name)],
      list: declared.list ?? byDefault,
    };
    const named = (declared.relations ?? []).map((relation) => (typeof relation === 'string' ? [relation] : relation));
    // What a new type adds to one that has an order of its own comes last.
    const unnamed = own.filter(
      (field) =>
        isRelation(field) &&
        // What an analysis lists has a section of its own, if any.
        (field.kind !== 'connection' || field.type in model) &&
        (!declared.relations || field.kind === 'connection') &&
        !named.some(([known]) => known === field.name) &&
        !declared.withoutTable?.includes(field.name),
    );
    const relations = [...named, ...unnamed.map((field) => [field.name])].map(
      ([relation = '', ...without]): RelationType => {
        const { name: field, kind, type } = fields.find(name, relation);
        if (kind !== 'connection' && kind !== 'list') throw new Error(`${name}.${field} leads to one node at most`);
        const back = fields.of(type).filter((each) => each.kind === 'one' && each.type === name);
        // Of two ways back, such as the two departments of a collaboration, one leads on.
        const dropped = [...without, ...(back.length === 1 ? back.map((each) => each.name) : [])];
        return { field, kind, target: type, without: dropped, operation: operationName(name, field) };
      },
    );
    const filters = filtersByType.get(name) ?? [];
    return {
      name,
      plural,
      entity,
      staged,
      shared: global,
      key,
      dossier: declared.dossier ?? false,
      compared: declared.compared ?? false,
      sideBySide: declared.sideBySide ?? false,
      facts: reads.facts
        .filter((path) => isShown(path) && !reads.strip.includes(path))
        .map((path) => shown(name, path)),
      strip: reads.strip.filter(isShown).map((path) => shown(name, path)),
      row: reads.row.filter(isShown).map((path) => shown(name, path)),
      relations,
      factsOperation: `${name}Facts`,
      stageOperation: staged && entity && listed ? `${name}AtStage` : null,
      besideOperation: entity ? `${name}Beside` : null,
      list: hasListPage({ name, listed, entity })
        ? {
            columns: reads.list.filter(isShown).map((path) => ({
              ...shown(name, path, declared.opens),
              order: orderPath(schema, name, path),
              ...(declared.savedWith?.[path] && { savedWith: declared.savedWith[path] }),
            })),
            sources: fields.has(name, 'sources'),
            dated: isDated(schema, plural),
            searched: searchedFields(fields, name, reads.list.filter(isShown), keyOf),
            filters,
            operation: `${name}List`,
            foundOperation: `${name}Found`,
            choicesOperation: filters.length > 0 ? `${name}Choices` : null,
          }
        : null,
      reads: {
        facts: reads.facts.map(plain),
        strip: reads.strip.map(plain),
        row: reads.row.map(plain),
        list: reads.list.map(plain),
      },
      crossTab: Object.values(declared.filters ?? {}).filter(isCrossTab),
    };
  };
  // Rows of lists that the model has no type for, such as collaborations.
  const others = Object.keys(declarations).filter((name) => !(name in model));
  const rank = ({ plural }: PlannedType) => (listOrder.indexOf(plural) + 1 || listOrder.length + 1) - 1;
  return [
    ...Object.entries(model).map(([name, type]) => planned(name, type)),
    ...others.map((name) => planned(name, { ...notInModel, plural: name })),
  ].toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a list can be asked for a day. */
const isDated = (schema: GraphQLSchema, list: string): boolean =>
  schema
    .getQueryType()
    ?.getFields()
    [list]?.args.some(({ name }) => name === 'asOf') ?? false;

const notInModel: Omit<ModelType, 'plural'> = {
  idWord: '',
  entity: false,
  staged: false,
  global: false,
  listed: false,
  key: null,
};

/** The type at the end of a path of relationships. */
const leadsTo = (fields: Fields, type: string, steps: FilterType['steps']): string =>
  steps.reduce((owner, { field }) => fields.find(owner, field).type, type);

/** The filters of a list: as declared, else one for every facet that has few values or leads to other nodes. */
function filtersOf(schema: GraphQLSchema, fields: Fields, model: Model, type: string): readonly FilterType[] {
  const facets = schema.getType(`${type}Facet`);
  const names = new Set(isEnumType(facets) ? facets.getValues().map(({ name }) => name) : []);
  const byDefault = fields
    .of(type)
    .filter(({ name, type: target }) => names.has(choiceName(name)) && target !== 'Int' && target !== 'Municipality')
    .map(({ name }) => [name, name] as const);
  const declared: NonNullable<PageDeclaration['filters']> =
    declarations[type]?.filters ?? Object.fromEntries(byDefault);
  const dimensions = Object.values(declared).flatMap((filter) => (isCrossTab(filter) ? [filter.dimension] : []));
  const stepsAlong = (path: string): readonly FilterStep[] =>
    stepsOf(fields, type, path).map(({ name: field, kind }) => ({ field, kind: stepKinds[kind] }));
  return Object.entries(declared).map(([name, filter]): FilterType => {
    const [path, ...further] =
      typeof filter === 'string' ? [filter] : isCrossTab(filter) ? [filter.path] : filter.anyOf;
    const all = stepsOf(fields, type, path);
    const steps = stepsAlong(path);
    const last = all.at(-1);
    const related = all.findLast(({ kind }) => stepKinds[kind] !== 'scalar') ?? last;
    if (!last || !related) throw new Error(`expected a path from ${type}`);
    const many = steps.filter(({ kind }) => kind === 'many').length;
    const isNode = stepKinds[last.kind] !== 'scalar';
    const place = isCrossTab(filter) ? dimensions.indexOf(filter.dimension) : -1;
    return {
      name,
      steps,
      others: further.map(stepsAlong),
      titledBy: [related.owner, related.name],
      idWord: isNode ? (model[last.type]?.idWord ?? null) : null,
      shared: model[last.type]?.global ?? false,
      enumeration: isNode || all.length > 1 ? null : last.type,
      none:
        steps[0]?.kind === 'many' && many === 1
          ? 'empty'
          : !isNode && all.length === 1 && last.isNullable
            ? 'null'
            : null,
      counted:
        place >= 0
          ? { crossTab: crossTabAlias(place), side: place % 2 === 0 ? 'rows' : 'columns' }
          : further.length === 0
            ? { facet: name }
            : null,
    };
  });
}

type DeclaredFilter = NonNullable<PageDeclaration['filters']>[string];

const isCrossTab = (filter: DeclaredFilter): filter is CrossTabFilter =>
  typeof filter !== 'string' && 'dimension' in filter;

/** What the cross table is called in the answer that counts a filter, by the place of that among those counted so. */
export const crossTabAlias = (place: number): string => `crossTab${Math.floor(place / 2) + 1}`;

const stepKinds = {
  scalar: 'scalar',
  enum: 'scalar',
  value: 'scalar',
  one: 'one',
  list: 'many',
  connection: 'many',
} as const;
