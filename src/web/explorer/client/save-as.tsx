import { SaveButton, saveFrom } from './save-button.js';
import type { GraphqlRequest } from './send.js';
import { textOf } from './snippets.js';

const formats = ['csv', 'xlsx'] as const;

/** So many things go out as linked data by their ids at most. */
const mostIds = 500;

/**
 * Saves what a table shows: its operation goes to `/export/<connection>`, so that the file is what was asked for, all
 * pages of it. `connection` is where the list stands in the answer, such as `measures` or `node.departments`; `ids` are
 * the things in it, which go out as linked data.
 */
export function SaveAs({
  request,
  connection,
  ids = [],
}: {
  readonly request: GraphqlRequest;
  readonly connection: string;
  readonly ids?: readonly string[];
}) {
  const operation = { query: textOf(request), variables: request.variables ?? {} };
  return (
    <span className="take-away screen-only">
      {formats.map((format) => (
        <SaveButton
          key={format}
          format={format.toUpperCase()}
          save={() => saveFrom(`/export/${connection}.${format}`, operation, `${connection}.${format}`)}
        />
      ))}
      {ids.length > 0 && ids.length <= mostIds && (
        <SaveButton
          format="JSON-LD"
          save={() => saveFrom('/export/graph.jsonld?depth=0', { ids }, `${connection}.jsonld`)}
        />
      )}
    </span>
  );
}
