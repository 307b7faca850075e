import { type Request, type Response, Router } from 'express';
import { pagePolicy } from '../../dossier/html.js';
import { dossierPage, errorPage, pageOperation, type ShownDossier } from '../../dossier/page.js';
import { type ErrorCode, isErrorCode, meaningOf } from '../../error-codes.js';
import { stages } from '../../model/enums.js';
import { Refusal } from '../../refusal.js';
import type { GraphqlEndpoint } from '../graphql-endpoint.js';
import { graphqlRequest } from '../graphql-request.js';
import { onBehalfOf } from './sending.js';

interface Answered {
  readonly data?: { readonly dossier: ShownDossier | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly messageJa: string } }[];
}

const unknown = {
  ja: 'この識別子の項目はありません。',
  en: 'There is nothing with this id.',
} as const;

/** `/dossier/<id>`: a dossier as a page to print; `?lang=en` in English, `?stage=` as a stage has it. */
export function dossierRoutes(endpoint: Pick<GraphqlEndpoint, 'answerFor'>): Router {
  const router = Router();
  router.all('/dossier/:id', async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refusal('METHOD_NOT_ALLOWED').withHeaders({ allow: 'GET, HEAD' });
    const language = request.query.lang === 'en' ? 'en' : 'ja';
    const stage = stages.find((each) => each === request.query.stage) ?? null;
    if (request.query.stage !== undefined && stage === null)
      return refuse(request, response, 'BAD_REQUEST', wrongStage, language);
    const asked = graphqlRequest({ query: pageOperation, variables: { id: request.params.id, stage } });
    const answer = await endpoint.answerFor(asked, onBehalfOf(request, response));
    const { data, errors = [] }: Answered = JSON.parse(String(answer.body));
    const [error] = errors;
    if (error) {
      const code = isErrorCode(answer.code) ? answer.code : 'INTERNAL_SERVER_ERROR';
      return refuse(request, response, code, { ja: error.extensions.messageJa, en: error.message }, language);
    }
    if (!data?.dossier) return refuse(request, response, 'NOT_FOUND', unknown, language);
    sendPage(response, 200, dossierPage(data.dossier, { language, stage }));
  });
  return router;
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
): void {
  response.vary('accept');
  if (request.accepts(['html', 'json']) === 'json') throw new Refusal(code, words.en, words.ja);
  sendPage(response, meaningOf(code).status, errorPage(words, language));
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
