import { type Request, Router } from 'express';
import { type GraphQLSchema, getNamedType, stripIgnoredCharacters } from 'graphql';
import Negotiator from 'negotiator';
import type { Logger } from 'pino';
import type { Example } from '../../examples/example.js';
import { exampleNames, readExample } from '../../examples/read-examples.js';
import { type ExportedOperation, exportedOperation } from '../../export/exported-operation.js';
import { LoadedMeanwhile } from '../../export/graph-source.js';
import { type AskForPage, NoPage, openTable } from '../../export/open-table.js';
import { type Charset, type TableFormat, tableFormats } from '../../export/table-formats.js';
import { tellOf } from '../../export/told-table.js';
import type { CityLabels } from '../../labels/city-labels.js';
import type { Language } from '../../labels/labels.js';
import { type CitiesWithLevels, cityNamed } from '../../labels/level-names.js';
import { readId } from '../../model/stage-id.js';
import type { GraphqlRequest } from '../../operation/exchange.js';
import { checkExtent } from '../../operation/prepare/document-extent.js';
import { badInput, Refusal } from '../../refusal.js';
import type { RequestLimits } from '../../settings.js';
import { yieldIfLong } from '../../yielding.js';
import type { GraphqlEndpoint } from '../graphql-endpoint.js';
import { graphqlRequest, parametersOf, readGraphqlRequest, requestIn } from '../graphql-request.js';
import { parametersIn } from './parameters.js';
import {
  downloadAs,
  type InTurn,
  noPieces,
  ofOneState,
  onBehalfOf,
  originOf,
  sendAnswer,
  sendPieces,
} from './sending.js';
import { askedTable, tableParameters } from './table-parameters.js';

export interface TableRoutesOptions {
  readonly schema: GraphQLSchema;
  readonly labels: CityLabels;
  readonly endpoint: Pick<GraphqlEndpoint, 'answerFor'>;
  readonly inTurn: InTurn;
  readonly limits: RequestLimits;
  readonly log: Logger;
}

type Parameters = ReturnType<typeof parametersIn>;

type Answer = Awaited<ReturnType<GraphqlEndpoint['answerFor']>>;

/** `/export/<path>`: a list that an operation answers, as a table. Each page is asked for as if it had been sent to GraphQL. */
export function tableRoutes({ schema, labels, endpoint, inTurn, limits, log }: TableRoutesOptions): Router {
  const router = Router();
  router.all('/export/:file', async (request, response) => {
    const { path, format } = wanted(request);
    const parameters = parametersIn(request, tableParameters);
    const { text, words, language, columns, series, sources } = askedTable(parameters, format);
    const asked = await operationOf(request, parameters, limits);
    const onBehalf = onBehalfOf(request, response);
    let revision: string | null | undefined;
    const ask: AskForPage = async (query, variables, charged) => {
      const page = { ...graphqlRequest({ ...asked, query, variables }), ...(charged === undefined ? {} : { charged }) };
      const answer = await endpoint.answerFor(page, onBehalf);
      // Data beside errors would be a table with holes that nobody sees.
      if (answer.code !== 'OK') throw new NoPage(answer.code, answer);
      revision ??= answer.revision;
      if (answer.revision !== revision) throw new LoadedMeanwhile();
      await yieldIfLong();
      return JSON.parse(String(answer.body)).data;
    };
    try {
      const { query, variables } = asked;
      checkExtent(query);
      const read = exportedOperation(schema, asked, path, limits.tokens);
      if (!read) {
        // Where it is no operation at all, the answer says so better.
        await ask(query, variables);
        throw noListAt(path.join('.'));
      }
      const open = async () => {
        revision = undefined;
        const wording = words && { language: words, labels: await labelsOf(variables, labels, words, ask) };
        const unread = words && format.extension === 'xlsx' ? unreadWords[words] : null;
        const making = { chosen: columns, readable: wording && { ...wording, series, sources, unread } };
        const { maximumRows } = format;
        const table = await openTable(read, { query, variables, ask, language, maximumRows, making });
        const address = addressOf(request, asked, parameters);
        const told = wording && (await tellOf(read, table, { ...wording, schema, now: new Date(), address, ask }));
        const about = told && { name: told.subject, sheets: told.sheets };
        const pieces =
          request.method === 'HEAD' ? noPieces() : inTurn(format.write({ ...table, about }, text), onBehalf);
        return { pieces, told };
      };
      const crossed = (error: unknown) => error instanceof LoadedMeanwhile;
      const { pieces, told } = await ofOneState(open, crossed, limits.answer);
      response.set({
        'content-type': contentTypeOf(format, text.charset),
        'content-disposition': told
          ? downloadAs(`${told.name}.${format.extension}`, `${told.plainName}.${format.extension}`)
          : dispositionOf(read, format),
        'cache-control': 'no-store',
        vary: 'Accept',
      });
      await sendPieces(response, pieces, log);
    } catch (error) {
      if (!(error instanceof NoPage)) throw error;
      sendAnswer(response, error.answer as Answer);
    }
  });
  return router;
}

/** What cells of a workbook say; a text file has empty ones, as its readers take a column with a word for one of words. */
const unreadWords = {
  ja: { PARTIAL: '一部未読', NOT_READ: '未読' },
  en: { PARTIAL: 'Partly read', NOT_READ: 'Not read' },
} as const;

/** Labels that call the levels of the plan as the one city does that is asked about, or that is loaded. */
async function labelsOf(
  { municipality }: Readonly<Record<string, unknown>>,
  labels: CityLabels,
  language: Language,
  ask: AskForPage,
) {
  const city = typeof municipality === 'string' ? readId(municipality).id : null;
  const { cities } = await ask(labels.operation, cityNamed(city));
  return labels.in(language, cities as CitiesWithLevels);
}

/** The address that gives the table again, whether it was asked for by GET or POST. */
function addressOf(
  request: Request,
  { query, operationName, variables }: GraphqlRequest,
  parameters: Parameters,
): string {
  const { query: _query, variables: _variables, operationName: _name, ...others } = parameters;
  const all = new URLSearchParams({
    ...(parameters.example === undefined && { query: stripIgnoredCharacters(query) }),
    ...(operationName !== null && { operationName }),
    ...(Object.keys(variables).length > 0 && { variables: JSON.stringify(variables) }),
    ...others,
  });
  return `${originOf(request)}${request.path}?${all}`;
}

/** The list and the format that an address names: `measure.departments.csv`, or `measures` and what the client accepts. */
function wanted({ params, headers }: Request): { readonly path: readonly string[]; readonly format: TableFormat } {
  const names = String(params.file).split('.');
  if (names.length > deepestPath || !names.every((name) => /^\w+$/.test(name))) throw new Refusal('NOT_FOUND');
  if (names.length > 1) {
    const extension = names.at(-1);
    const format = tableFormats.find((each) => each.extension === extension);
    if (!format) throw noFormat;
    return { path: names.slice(0, -1), format };
  }
  const types = new Negotiator({ headers: { accept: headers.accept ?? '*/*' } });
  const type = types.mediaType(tableFormats.map(({ mediaType }) => mediaType));
  const format = tableFormats.find(({ mediaType }) => mediaType === type);
  if (!format) throw noFormat;
  return { path: names, format };
}

/** Names in an address, the extension among them; far more than what the depth limit lets through. */
const deepestPath = 20;

const noFormat = new Refusal(
  'NOT_ACCEPTABLE',
  `Tables are ${tableFormats.map(({ extension, mediaType }) => `.${extension} (${mediaType})`).join(', ')}.`,
  `書き出せる形式は${tableFormats.map(({ extension }) => `.${extension}`).join('、')}です。`,
);

/**
 * The operation that a request brings, or the example of that name. A plain link may bring one, without the header that
 * `/graphql` wants of GET: see "A plain link downloads" in docs/decisions/api.md.
 */
async function operationOf(
  request: Request,
  { example, query }: Parameters,
  limits: RequestLimits,
): Promise<GraphqlRequest> {
  const inAddress = request.method === 'GET' || request.method === 'HEAD';
  if (inAddress && example !== undefined) {
    const given = parametersOf(request.originalUrl);
    const saved = await exampleNamed(example);
    return graphqlRequest({ ...given, query: saved.query, variables: given.variables ?? saved.variables });
  }
  if (inAddress && query === undefined) throw noOperation;
  if (inAddress) return requestIn(request.originalUrl);
  return readGraphqlRequest(request, limits);
}

async function exampleNamed(name: string): Promise<Example> {
  const example = await readExample(name);
  if (example) return example;
  const names = await exampleNames();
  const shown = `${names.slice(0, mostNames).join(', ')}${names.length > mostNames ? ', …' : ''}`;
  throw new Refusal(
    'NOT_FOUND',
    `example: expected one of ${shown}.`,
    `exampleには次のいずれかを指定してください：${shown}`,
  );
}

/** Names of examples that an error lists. */
const mostNames = 50;

const noOperation = badInput(
  'query: expected the operation to make a table of. put it into the address, POST it as application/json, as to /graphql, or name an example: ?example=<name>',
  'queryに、表にする操作を指定してください。アドレスに含めるか、/graphqlと同じ形のapplication/jsonをPOSTするか、?example=<名前> で例を指定します。',
);

const noListAt = (path: string) =>
  badInput(
    `expected a query that has a list at ${path}, as the address says: a connection such as measures, a list of objects or a cross table, at the root or below single objects`,
    `アドレスの${path}に当たる一覧がクエリにありません。ルートまたは単一の項目の下にある一覧（measuresなど）か集計表を取得するクエリを指定してください。`,
  );

const contentTypeOf = ({ extension, mediaType }: TableFormat, charset: Charset) =>
  extension === 'csv'
    ? `${mediaType}; charset=${charset === 'utf-8' ? 'utf-8' : 'Shift_JIS'}; header=present`
    : mediaType;

/** Named by the Japanese word for what is listed, which ends the description of its type. */
function dispositionOf({ list, path }: ExportedOperation, { extension }: TableFormat): string {
  const { description } = getNamedType(list.type);
  const [, bracketed = ''] = /\[(.+)\]$/.exec(description ?? '') ?? [];
  const word = bracketed.replace(/の一覧$/, '').replace(/（.*?）/g, '');
  const plain = path.join('.');
  return downloadAs(`${word || plain}.${extension}`, `${plain}.${extension}`);
}
