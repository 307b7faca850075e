import { type Request, type Response, Router } from 'express';
import type { DossierAbsenceQuery, DossierPageQuery } from '../../dossier/graphql/graphql.js';
import { pagePolicy } from '../../dossier/html.js';
import { absenceOperation, dossierPage, type Elsewhere, errorPage, pageOperation } from '../../dossier/page.js';
import { type ErrorCode, isErrorCode, meaningOf } from '../../error-codes.js';
import { dayOf } from '../../export/file-name.js';
import { municipalityKey } from '../../graph/engine.js';
import type { CityLabels } from '../../labels/city-labels.js';
import { type CitiesWithLevels, cityNamed } from '../../labels/level-names.js';
import { stages } from '../../model/enums.js';
import { idAtStage, readId } from '../../model/stage-id.js';
import { Refusal } from '../../refusal.js';
import type { GraphqlEndpoint } from '../graphql-endpoint.js';
import { graphqlRequest } from '../graphql-request.js';
import { languageIn, parametersIn } from './parameters.js';
import { onBehalfOf, originOf } from './sending.js';

interface Answered<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly messageJa: string } }[];
}

const unknown = {
  ja: 'この識別子の項目はありません。',
  en: 'There is nothing with this id.',
} as const;

/** `/dossier/<id>`: a dossier as a page to print; `?lang=en` in English, `?stage=` as a stage has it. */
export function dossierRoutes(labels: CityLabels, endpoint: Pick<GraphqlEndpoint, 'answerFor'>): Router {
  const router = Router();
  router.all('/dossier/:id', async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refusal('METHOD_NOT_ALLOWED').withHeaders({ allow: 'GET, HEAD' });
    const asked = parametersOf(request);
    if (asked instanceof Refusal)
      return refuse(request, response, asked.code, { ja: asked.messageJa, en: asked.message }, 'ja');
    const { parameters, language } = asked;
    const { id } = request.params;
    const stage = stages.find((each) => each === parameters.stage) ?? null;
    if (parameters.stage !== undefined && stage === null)
      return refuse(request, response, 'BAD_REQUEST', wrongStage, language);
    const ask = async <Data>(query: string, variables: Readonly<Record<string, unknown>>) => {
      const operation = graphqlRequest({ query, variables });
      const { body, code } = await endpoint.answerFor(operation, onBehalfOf(request, response));
      return { code, ...(JSON.parse(String(body)) as Answered<Data>) };
    };
    const refuseFor = ({ code, errors: [error] = [] }: Awaited<ReturnType<typeof ask>>) =>
      refuse(
        request,
        response,
        isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR',
        { ja: error?.extensions.messageJa ?? '', en: error?.message ?? '' },
        language,
      );
    const thing = readId(id);
    const at = stage ?? thing.stage;
    const shown = idAtStage(thing.id, at);
    const answer = await ask<DossierPageQuery>(pageOperation, { id, stage, shown });
    if (answer.errors?.[0]) return refuseFor(answer);
    const { data } = answer;
    if (!data?.dossier) {
      const absence = at && (await ask<DossierAbsenceQuery>(absenceOperation, { id: thing.id, stage: at }));
      if (absence?.errors?.[0]) return refuseFor(absence);
      const elsewhere = absence?.data && elsewhereIn(thing.id, absence.data);
      return refuse(request, response, 'NOT_FOUND', elsewhere?.words ?? unknown, language, elsewhere);
    }
    const address = decodeURI(`${originOf(request)}${request.originalUrl}`);
    const levels = await ask<{ readonly cities: CitiesWithLevels }>(
      labels.operation,
      cityNamed(municipalityKey(thing.id)),
    );
    if (levels.errors?.[0]) return refuseFor(levels);
    const inCity = labels.in(language, levels.data?.cities).text;
    const made = { day: dayOf(new Date()), revisions: revisionsOf(data), address };
    sendPage(
      response,
      200,
      dossierPage(data.dossier, { language, stage: at, inCity, presence: presenceIn(data) }, made),
    );
  });
  return router;
}

/** What is known of the thing at the stage that was requested. */
const presenceIn = ({ shown }: DossierPageQuery) => (shown && 'presence' in shown ? shown.presence : null);

/** Where a thing is that a stage has not, and what is said of that; null for what is nowhere. */
const elsewhereIn = (id: string, { node, paths }: DossierAbsenceQuery) =>
  node && 'stages' in node ? { id, stages: node.stages, words: { ja: paths.reason, en: paths.reasonEn } } : null;

/** The revisions of the data of the municipality that the thing belongs to, or of all where all share it. */
function revisionsOf({ dossier, datasets }: Pick<DossierPageQuery, 'dossier' | 'datasets'>): readonly string[] {
  const own = datasets.filter(({ municipality }) => dossier?.id.startsWith(`${municipality}:`));
  return (own.length > 0 ? own : datasets).map(({ revision }) => revision);
}

/** What the address says, or why it is refused. */
function parametersOf(request: Request) {
  try {
    const parameters = parametersIn(request, ['lang', 'stage']);
    return { parameters, language: languageIn(parameters) };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const wrongStage = {
  ja: `stageには${stages.join('、')}のいずれかを指定してください。`,
  en: `stage: expected one of ${stages.join(', ')}.`,
};

/** Says what is wrong as a page, or as the service's errors are to a program that wants JSON. */
function refuse(
  request: Request,
  response: Response,
  code: ErrorCode,
  words: Parameters<typeof errorPage>[0],
  language: Parameters<typeof errorPage>[1],
  elsewhere?: Elsewhere | null,
): void {
  response.vary('accept');
  if (request.accepts(['html', 'json']) === 'json') throw new Refusal(code, words.en, words.ja);
  sendPage(response, meaningOf(code).status, errorPage(words, language, elsewhere ?? undefined));
}

function sendPage(response: Response, status: number, html: string): void {
  response
    .status(status)
    .set({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy,
      'cache-control': 'no-cache',
    })
    .send(html);
}
