import { type Example, parseExample } from '../../../examples/example.js';

const documents = import.meta.glob<string>('../../../../schema/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('../../../../schema/examples/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All examples of `schema/examples`, as they were when the page was built. */
export const examples: readonly Example[] = Object.entries(documents).map(([path, document]) => {
  const stem = path.slice(0, -'.graphql'.length);
  return parseExample({
    name: stem.slice(stem.lastIndexOf('/') + 1),
    document,
    variables: variables[`${stem}.variables.json`],
  });
});
