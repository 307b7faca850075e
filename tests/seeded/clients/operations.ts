/** Operations as clients send them that keep objects by their id, and the answers that they should end up with. */
import {
  type DocumentNode,
  type GraphQLObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { schema } from '../../../src/api/schema.js';
import { readExamples } from '../../../src/examples/read-examples.js';
import { type Stage, stages } from '../../../src/model/enums.js';

export interface Operation {
  readonly name: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The document with the id of each object that has one, which such clients need. */
function withIds(document: DocumentNode): DocumentNode {
  const info = new TypeInfo(schema());
  const id = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } } as const;
  return visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet: (set) => {
        const type = info.getParentType();
        const has = type && 'getFields' in type && type.getFields().id;
        const given = set.selections.some(
          (each) => each.kind === Kind.FIELD && each.name.value === 'id' && !each.alias,
        );
        return has && !given ? { ...set, selections: [id, ...set.selections] } : undefined;
      },
    }),
  );
}

/** The document with a stage at each root field that takes one and is given none. */
function atStage(document: DocumentNode, stage: Stage): DocumentNode {
  const argument = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'stage' },
    value: { kind: Kind.ENUM, value: stage },
  } as const;
  const info = new TypeInfo(schema());
  return visit(
    document,
    visitWithTypeInfo(info, {
      Field: (field) => {
        const takes =
          info.getParentType() === schema().getQueryType() &&
          info.getFieldDef()?.args.some(({ name }) => name === 'stage');
        const given = field.arguments?.some(({ name }) => name.value === 'stage' || name.value === 'stages');
        return takes && !given ? { ...field, arguments: [...(field.arguments ?? []), argument] } : undefined;
      },
    }),
  );
}

/** The examples of the gallery, each as it is and, where it can be asked of a stage, at each stage; with all ids. */
export async function gallery(): Promise<readonly Operation[]> {
  const examples = await readExamples();
  return [null, ...stages].flatMap((stage) =>
    examples.flatMap(({ name, query, variables }) => {
      const document = parse(query);
      const staged = stage ? atStage(document, stage) : document;
      // A cursor of what is in force is none of a stage.
      if (stage && (print(staged) === print(document) || /\b(?:after|before):/.test(query))) return [];
      return [{ name: `${name}${stage ? ` at ${stage}` : ''}`, document: withIds(staged), variables }];
    }),
  );
}

/** What the API answers, with no client in between. */
export async function answered(url: string, { name, document, variables }: Operation): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as Readonly<Record<'data' | 'errors', unknown>>;
  if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  return withoutTypes(data);
}

/** Without the names of types, which clients ask for on their own and some take away again. */
export function withoutTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTypes);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([name]) => name !== '__typename');
  return Object.fromEntries(fields.map(([name, each]) => [name, withoutTypes(each)]));
}

/** A list, to be read page by page. */
export interface PagedList {
  readonly name: string;
  readonly document: DocumentNode;
}

/** All lists of the query as a stage has them, or as they are in force, with what interfaces say of their nodes. */
export function pagedLists(stage: Stage | null): readonly PagedList[] {
  return Object.values(schema().getQueryType()?.getFields() ?? {}).flatMap(({ name, type, args }) => {
    const [, node] = /^(\w+)Connection!$/.exec(String(type)) ?? [];
    const staged = args.some((each) => each.name === 'stage');
    if (!node || (stage && !staged)) return [];
    const given = [...(name === 'search' ? ['query: "市民"'] : []), ...(stage ? [`stage: ${stage}`] : [])];
    const page = ['first: $first', 'after: $after', 'last: $last', 'before: $before', ...given].join(', ');
    // What is no node of the graph, such as a gap, is of no interface.
    const implemented = (schema().getType(node) as GraphQLObjectType | undefined)?.getInterfaces() ?? [];
    const known = node === 'Search' ? ['Node', 'Entity'] : implemented.map((each) => each.name);
    const fragments = Object.entries({ Node: 'thingId', Entity: 'name stages' }).filter(([each]) =>
      known.includes(each),
    );
    const document = parse(`
      query Pages($first: Int, $after: String, $last: Int, $before: String) {
        list: ${name}(${page}) {
          totalCount
          edges { cursor node { id ${fragments.map(([each, fields]) => `... on ${each} { ${fields} }`).join(' ')} } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }`);
    return [{ name: `${name}${stage ? ` at ${stage}` : ''}`, document }];
  });
}
