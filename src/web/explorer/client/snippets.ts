import type { GraphqlRequest } from './send.js';

/** The operation as text, without the indentation that generated documents have around them and their fragments. */
export const textOf = ({ document }: GraphqlRequest): string =>
  String(document)
    .replace(/^ +(?=(?:query|fragment) )/gm, '')
    .trim();

const variablesOf = ({ variables }: GraphqlRequest, indent = 0) => JSON.stringify(variables ?? {}, null, indent);

/** The playground with the operation and its variables filled in, which runs at once. */
export function playgroundAddress(request: GraphqlRequest): string {
  const parameters = new URLSearchParams({ query: textOf(request) });
  const variables = variablesOf(request, 2);
  if (variables !== '{}') parameters.set('variables', variables);
  return `/graphql?${parameters}&run`;
}

const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

const curl = (request: GraphqlRequest, endpoint: string) =>
  `curl ${endpoint} -H 'content-type: application/json' \\
  -d ${shellQuoted(JSON.stringify({ query: textOf(request), variables: request.variables ?? {} }))}`;

/** The types of the answer and of the variables, from the schema that the service tells. */
async function typesOf(request: GraphqlRequest): Promise<string> {
  const [{ declareTypes }, response] = await Promise.all([import('./answer-types.js'), fetch('/schema.graphql')]);
  if (!response.ok) return `// ${untold}\ntype Variables = object;\ntype Answer = Record<string, unknown>;\n`;
  return declareTypes(await response.text(), textOf(request));
}

const untold = 'This service keeps its schema to itself, so that the types of the answer are not known.';

const typescript = async (request: GraphqlRequest, endpoint: string) =>
  typescriptWith(await typesOf(request), request, endpoint);

/** The program with the types of its operation, which `declareTypes` makes. */
export const typescriptWith = (types: string, request: GraphqlRequest, endpoint: string): string =>
  `const query = \`
${textOf(request).replace(/[\\`]|\$\{/g, '\\$&')}
\`;

${types}
const variables: Variables = ${variablesOf(request, 2)};

const response = await fetch(${JSON.stringify(endpoint)}, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables }),
});
const { data, errors } = (await response.json()) as { data?: Answer; errors?: readonly { message: string }[] };
if (!data) throw new Error(errors?.[0]?.message ?? \`Unexpected answer: \${response.status}\`);
console.log(data);

export {};
`;

/** JSON in a raw text: Python's names for true, false and null are others. */
const python = (request: GraphqlRequest, endpoint: string) =>
  `import json
import urllib.request

query = ${JSON.stringify(textOf(request))}
variables = json.loads(${JSON.stringify(variablesOf(request))})

request = urllib.request.Request(
    ${JSON.stringify(endpoint)},
    data=json.dumps({"query": query, "variables": variables}).encode(),
    headers={"content-type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
if "errors" in answer:
    raise RuntimeError(answer["errors"][0]["message"])
print(json.dumps(answer["data"], ensure_ascii=False, indent=2))
`;

/** Programs that ask the same, by the name of what runs them. `endpoint` is the full address of `/graphql`. */
export const snippets: readonly {
  readonly name: string;
  readonly of: (request: GraphqlRequest, endpoint: string) => string | Promise<string>;
}[] = [
  { name: 'GraphQL', of: textOf },
  { name: 'curl', of: curl },
  { name: 'TypeScript', of: typescript },
  { name: 'Python', of: python },
];
