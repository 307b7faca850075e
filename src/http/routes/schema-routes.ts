import { Router } from 'express';
import { projectFile } from '../../project-files.js';
import { Refusal } from '../../refusal.js';
import { parametersIn } from './parameters.js';

/**
 * `/schema.graphql`: the schema as the file of that name has it, for generators of clients and for reading. It is text, since
 * browsers save `application/graphql` instead of showing it. Who may not introspect the schema may not read it here.
 */
export function schemaRoutes({ introspection }: { readonly introspection: boolean }): Router {
  const router = Router();
  router.all('/schema.graphql', (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refusal('METHOD_NOT_ALLOWED').withHeaders({ allow: 'GET, HEAD' });
    parametersIn(request, []);
    if (!introspection) throw new Refusal('INTROSPECTION_DISABLED');
    response
      .set({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' })
      .sendFile(projectFile('schema/schema.graphql'), { cacheControl: false });
  });
  return router;
}
