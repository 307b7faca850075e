import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { readExamples } from '../../../src/examples/read-examples.js';
import { projectFile } from '../../../src/project-files.js';
import { declareTypes } from '../../../src/web/explorer/client/answer-types.js';
import { playgroundAddress, textOf, typescriptWith } from '../../../src/web/explorer/client/snippets.js';
import { readLink } from '../../../src/web/playground/client/link.js';

const sdl = `
  type Query { plan(code: String!, stage: Stage, filter: Filter): Plan, things(first: Int = 3): [Thing!]! }
  enum Stage { DRAFT ADOPTED }
  input Filter { name: String, and: [Filter!] }
  interface Thing { id: ID! name: String! }
  type Plan implements Thing { id: ID! name: String! items: [Item]! stage: Stage! budget: Float }
  type Item implements Thing { id: ID! name: String! code: String! plan: Plan! }
  type Office implements Thing { id: ID! name: String! }
`;

const query = `query Plan($code: String!, $stages: [Stage!], $filter: Filter, $size: Int = 3) {
  plan(code: $code, filter: $filter) { name budget stage items { ...OfItem } }
  all: things(first: $size) { __typename id ... on Item { code } ... on Plan { budget @include(if: true) } }
}
fragment OfItem on Item { code plan { name } }`;

test('a snippet declares what the operation takes and answers, field by field', () => {
  expect(declareTypes(sdl, query)).toBe(`type Stage = 'DRAFT' | 'ADOPTED';

interface Variables {
  readonly code: string;
  readonly stages?: readonly Stage[] | null;
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly size?: number | null;
}

interface Answer {
  readonly plan: {
    readonly name: string;
    readonly budget: number | null;
    readonly stage: Stage;
    readonly items: readonly ({
      readonly code: string;
      readonly plan: {
        readonly name: string;
      };
    } | null)[];
  } | null;
  readonly all: readonly ({
    readonly __typename: 'Plan';
    readonly id: string;
    readonly budget?: number | null;
  } | {
    readonly __typename: 'Item';
    readonly id: string;
    readonly code: string;
  } | {
    readonly __typename: 'Office';
    readonly id: string;
  })[];
}
`);
});

/** What the strict compiler says of programs. */
function mistakesIn(programs: ReadonlyMap<string, string>): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, language, ...rest) => {
    const text = programs.get(name);
    return text === undefined ? getSourceFile(name, language, ...rest) : ts.createSourceFile(name, text, language);
  };
  host.fileExists = (name) => programs.has(name) || ts.sys.fileExists(name);
  const program = ts.createProgram([...programs.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

test('the snippet of every saved example compiles, and knows what its answer does not have', async () => {
  const schema = await readFile(projectFile('schema/schema.graphql'), 'utf8');
  const programs = new Map<string, string>();
  for (const example of await readExamples()) {
    const request = { document: example.query, variables: example.variables };
    const types = declareTypes(schema, example.query);
    programs.set(`/${example.name}.ts`, typescriptWith(types, request, 'http://127.0.0.1:4000/graphql'));
  }
  expect(mistakesIn(programs)).toEqual([]);
  const wrong = new Map([...programs].slice(0, 3).map(([name, text]) => [name, `${text}\ndata.nothingOfTheKind;\n`]));
  expect(mistakesIn(wrong)).toEqual(
    [...wrong.keys()].map((name) => expect.stringMatching(new RegExp(`${name}: .*'nothingOfTheKind'`))),
  );
});

test('a query with quotes and backslashes of its own stays the same in the snippet', () => {
  const placeholder = ['$', '{a}'].join('');
  const document = `{ measures(filter: { name: { contains: "\`${placeholder}\` \\\\ \\"b\\"" } }) { totalCount } }`;
  const text = typescriptWith('', { document, variables: {} }, '/graphql');
  const [, literal = ''] = /const query = (`[\s\S]*?\n`);/.exec(text) ?? [];
  expect(new Function(`return ${literal}`)().trim()).toBe(document);
});

test('an operation with fragments, as it was generated, has each definition at the margin', () => {
  const document = '\n    query A {\n  ...B\n}\n    fragment B on Query {\n  __typename\n}\n    ';
  expect(textOf({ document, variables: {} })).toBe('query A {\n  ...B\n}\nfragment B on Query {\n  __typename\n}');
});

test('the way to the playground brings the operation and runs it', () => {
  const address = new URL(playgroundAddress({ document: '{ a }', variables: { code: '5-2' } }), 'http://localhost');
  expect(readLink(address.search)).toEqual({
    query: '{ a }',
    variables: '{\n  "code": "5-2"\n}',
    operationName: null,
    runs: true,
  });
});
