import type { GraphqlRequest } from './send.js';

/** The operation as text, without the indentation that generated documents have around them. */
export const textOf = ({ document }: GraphqlRequest): string => String(document).trim();

const variablesOf = ({ variables }: GraphqlRequest, indent = 0) => JSON.stringify(variables ?? {}, null, indent);

/** The playground with the operation and its variables filled in. */
export function playgroundAddress(request: GraphqlRequest): string {
  const parameters = new URLSearchParams({ query: textOf(request) });
  const variables = variablesOf(request, 2);
  if (variables !== '{}') parameters.set('variables', variables);
  return `/graphql?${parameters}`;
}

const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

const curl = (request: GraphqlRequest, endpoint: string) =>
  `curl ${endpoint} -H 'content-type: application/json' \\
  -d ${shellQuoted(JSON.stringify({ query: textOf(request), variables: request.variables ?? {} }))}`;

const typescript = (request: GraphqlRequest, endpoint: string) =>
  `const query = ${JSON.stringify(textOf(request))};
const variables = ${variablesOf(request, 2)};

const response = await fetch(${JSON.stringify(endpoint)}, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].message);
console.log(data);
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
  readonly of: (request: GraphqlRequest, endpoint: string) => string;
}[] = [
  { name: 'GraphQL', of: textOf },
  { name: 'curl', of: curl },
  { name: 'TypeScript', of: typescript },
  { name: 'Python', of: python },
];
