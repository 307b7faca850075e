import { expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { formatError } from '../../src/api/errors.js';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';

test.each([
  [
    '{ paths(from: "a", to: "b", maxLength: 99) { distance } }',
    'maxLength: expected 1 to 12, but got: 99',
    'maxLengthは1から12までです（指定：99）。',
  ],
  [
    '{ neighborhood(ids: ["a"], depth: -1) { truncated } }',
    'depth: expected 0 to 4, but got: -1',
    'depthは0から4までです（指定：-1）。',
  ],
  [
    '{ collaborations(minWeight: 0) { totalCount } }',
    'minWeight: expected 1 or more, but got: 0',
    'minWeightは1以上です（指定：0）。',
  ],
  [
    `{ paths(from: "${'a'.repeat(301)}", to: "b") { distance } }`,
    'from: expected at most 300 characters, but got 301',
    'fromは300文字までです（指定：301文字）。',
  ],
  [
    `{ neighborhood(ids: [${'"a" '.repeat(51)}]) { truncated } }`,
    'ids: expected at most 50 entries, but got 51',
    'idsに指定できるのは50件までです（指定：51件）。',
  ],
  [
    `{ nodes(ids: ["a", "${'b'.repeat(400)}"]) { id } }`,
    'ids: expected at most 300 characters, but got 400',
    'idsは300文字までです（指定：400文字）。',
  ],
])(
  'an argument outside of its limits is told what was expected and what came: %s',
  async (text, message, messageJa) => {
    const contextValue = requestContext(async () => []);
    const { errors = [] } = await execute({ schema: schema(), document: parse(text), contextValue });
    const [error] = errors;
    if (!error) throw new Error('expected an error');
    expect(formatError(error.toJSON(), error)).toMatchObject({
      message,
      extensions: { code: 'BAD_USER_INPUT', messageJa },
    });
  },
);

test('an explicit null stands for the default value of an argument', async () => {
  const text = '{ collaborations(minWeight: null, first: null) { totalCount truncated } }';
  const contextValue = requestContext(async () => []);
  const answer = await execute({ schema: schema(), document: parse(text), contextValue });
  expect(answer).toEqual({ data: { collaborations: { totalCount: 0, truncated: false } } });
});

test('of a list of long texts, the one that is too long is named', async () => {
  const text = `{ resolveNames(names: ["a", "${'b'.repeat(201)}"]) { name } }`;
  const contextValue = requestContext(async () => []);
  const { errors } = await execute({ schema: schema(), document: parse(text), contextValue });
  expect(errors?.[0]?.message).toBe('names[1]: expected at most 200 characters, but got 201');
});
