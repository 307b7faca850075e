import { type Request, Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import Negotiator from 'negotiator';
import type { Logger } from 'pino';
import type { Example } from '../../examples/example.js';
import { readExample } from '../../examples/read-examples.js';
import { type ExportedOperation, exportedOperation } from '../../export/exported-operation.js';
import { type AskForPage, NoPage, openTable } from '../../export/open-table.js';
import { type Charset, type TableFormat, tableFormats } from '../../export/table-formats.js';
import { RequestError } from '../../graph/request-error.js';
import { findNode } from '../../model/model.js';
import type { RequestLimits } from '../../settings.js';
import { Refusal } from '../errors.js';
import type { GraphqlEndpoint } from '../http/graphql-endpoint.js';
import { type GraphqlRequest, graphqlRequest, parametersOf, readGraphqlRequest } from '../http/graphql-request.js';
import { downloadAs, goneSignal, requestIdIn, sendAnswer, sendPieces } from './sending.js';

export interface TableRoutesOptions {
  readonly schema: GraphQLSchema;
  readonly endpoint: Pick<GraphqlEndpoint, 'answerFor'>;
  readonly limits: RequestLimits;
  readonly log: Logger;
}

type Answer = Awaited<ReturnType<GraphqlEndpoint['answerFor']>>;

/** `/export/<connection>`: what an operation answers, as a table. Each page is asked for as if it had been sent to GraphQL. */
export function tableRoutes({ schema, endpoint, limits, log }: TableRoutesOptions): Router {
  const router = Router();
  router.all('/export/:file', async (request, response) => {
    const { name, format } = wanted(request);
    const charset = charsetOf(request, format);
    const asked = await operationOf(request, limits);
    const gone = goneSignal(response);
    const ask: AskForPage = async (query, variables) => {
      const page = graphqlRequest({ ...asked, query, variables });
      const answer = await endpoint.answerFor(page, requestIdIn(response), gone);
      // Data beside errors would be a table with holes that nobody sees.
      if (answer.code !== 'OK') throw new NoPage(answer.code, answer);
      return JSON.parse(String(answer.body)).data;
    };
    try {
      const { query, operationName, variables } = asked;
      const read = exportedOperation(schema, query, operationName, variables, limits.tokens);
      if (!read) {
        // Where it is no operation at all, the answer says so better.
        await ask(query, variables);
        throw noConnection;
      }
      if (read.field.name.value !== name) throw ofAnotherName(name, read);
      const table = await openTable(read, { schema, query, variables, ask, maximumRows: format.maximumRows });
      response.set({
        'content-type': contentTypeOf(format, charset),
        'content-disposition': dispositionOf(read, format),
        'cache-control': 'no-store',
        vary: 'Accept',
      });
      await sendPieces(response, format.write(table, charset), log);
    } catch (error) {
      if (!(error instanceof NoPage)) throw error;
      sendAnswer(response, error.answer as Answer);
    }
  });
  return router;
}

/** The connection and the format that a path names: `measures.csv`, or `measures` and what the client accepts. */
function wanted({ params, headers }: Request): { readonly name: string; readonly format: TableFormat } {
  const [, name = '', extension] = /^(\w+)(?:\.(\w+))?$/.exec(String(params.file)) ?? [];
  if (name === '') throw new Refusal('NOT_FOUND');
  if (extension !== undefined) {
    const format = tableFormats.find((each) => each.extension === extension);
    if (!format) throw noFormat;
    return { name, format };
  }
  const types = new Negotiator({ headers: { accept: headers.accept ?? '*/*' } });
  const type = types.mediaType(tableFormats.map(({ mediaType }) => mediaType));
  const format = tableFormats.find(({ mediaType }) => mediaType === type);
  if (!format) throw noFormat;
  return { name, format };
}

const noFormat = new Refusal('NOT_ACCEPTABLE', {
  message: `Tables are ${tableFormats.map(({ extension, mediaType }) => `.${extension} (${mediaType})`).join(', ')}.`,
  messageJa: `書き出せる形式は${tableFormats.map(({ extension }) => `.${extension}`).join('、')}です。`,
});

const charsets: Readonly<Record<string, Charset>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  shift_jis: 'shift_jis',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
};

function charsetOf(request: Request, { extension }: TableFormat): Charset {
  const { charset = 'utf-8' } = request.query;
  const name = String(charset).toLowerCase();
  const known = Object.hasOwn(charsets, name) ? charsets[name] : undefined;
  if (known === 'utf-8' || (known && extension === 'csv')) return known;
  throw new RequestError(
    'BAD_USER_INPUT',
    `charset: expected utf-8 or, for CSV, shift_jis, but got: ${name.slice(0, 50)}`,
    'charsetにはutf-8、CSVではshift_jisも指定できます。',
  );
}

/** The operation that a request brings, or the example of that name; a link can ask for an example, which is nobody's own. */
async function operationOf(request: Request, limits: RequestLimits): Promise<GraphqlRequest> {
  const { example } = request.query;
  if (request.method !== 'GET' || typeof example !== 'string') return readGraphqlRequest(request, limits);
  const parameters = parametersOf(request.originalUrl);
  const { query, variables } = await exampleNamed(example);
  return graphqlRequest({ ...parameters, query, variables: parameters.variables ?? variables });
}

async function exampleNamed(name: string): Promise<Example> {
  const example = await readExample(name);
  if (example) return example;
  throw new Refusal('NOT_FOUND', {
    message: 'example: expected the name of a file of schema/examples without .graphql.',
    messageJa: 'exampleにはschema/examplesのファイル名（.graphqlを除く）を指定してください。',
  });
}

const contentTypeOf = ({ extension, mediaType }: TableFormat, charset: Charset) =>
  extension === 'csv'
    ? `${mediaType}; charset=${charset === 'utf-8' ? 'utf-8' : 'Shift_JIS'}; header=present`
    : mediaType;

/** Named by the Japanese word for what is listed. */
function dispositionOf({ connection, field }: ExportedOperation, { extension }: TableFormat): string {
  const listed = findNode(connection.name.replace(/Connection$/, ''));
  const word = listed?.description.ja.replace(/（.*?）/g, '') ?? field.name.value;
  return downloadAs(`${word}.${extension}`, `${field.name.value}.${extension}`);
}

const noConnection = new RequestError(
  'BAD_USER_INPUT',
  'expected one query whose root field is a connection, such as measures',
  'ルートの項目が一覧（measuresなど）1つだけのqueryを指定してください。',
);

const ofAnotherName = (name: string, { field }: ExportedOperation) =>
  new RequestError(
    'BAD_USER_INPUT',
    `expected an operation that asks for ${name}, as the address says, but it asks for ${field.name.value}`,
    `アドレスは${name}ですが、クエリは${field.name.value}を取得しています。`,
  );
