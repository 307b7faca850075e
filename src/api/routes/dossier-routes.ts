import { type Response, Router } from 'express';
import { pagePolicy } from '../../dossier/html.js';
import { dossierPage, errorPage, pageOperation, type ShownDossier } from '../../dossier/page.js';
import { stages } from '../../model/enums.js';
import { errorCodes } from '../error-codes.js';
import { Refusal } from '../errors.js';
import type { GraphqlEndpoint } from '../http/graphql-endpoint.js';
import { graphqlRequest } from '../http/graphql-request.js';
import { goneSignal, requestIdIn } from './sending.js';

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
      throw new Refusal('METHOD_NOT_ALLOWED', undefined, { allow: 'GET, HEAD' });
    const language = request.query.lang === 'en' ? 'en' : 'ja';
    const stage = stages.find((each) => each === request.query.stage) ?? null;
    if (request.query.stage !== undefined && stage === null)
      return sendPage(response, 400, errorPage(wrongStage, language));
    const asked = graphqlRequest({ query: pageOperation, variables: { id: request.params.id, stage } });
    const answer = await endpoint.answerFor(asked, requestIdIn(response), goneSignal(response));
    const { data, errors = [] }: Answered = JSON.parse(String(answer.body));
    const [error] = errors;
    if (error) {
      const status = answer.code in errorCodes ? errorCodes[answer.code as keyof typeof errorCodes].status : 500;
      return sendPage(response, status, errorPage({ ja: error.extensions.messageJa, en: error.message }, language));
    }
    if (!data?.dossier) return sendPage(response, 404, errorPage(unknown, language));
    sendPage(response, 200, dossierPage(data.dossier, { language, stage }));
  });
  return router;
}

const wrongStage = {
  ja: `stageには${stages.join('、')}のいずれかを指定してください。`,
  en: `stage: expected one of ${stages.join(', ')}.`,
};

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
