import { useState } from 'react';
import { useLanguage } from '../language/language.js';
import { useWords } from '../language/words.js';
import { errorOf, type GraphqlRequest, post } from './send.js';
import { textOf } from './snippets.js';
import { useFailureText } from './use-failure-text.js';

/** The most nodes that are exported by their ids. */
export const maxIds = 500;

/** What of an answer is saved. */
export interface Saved {
  /** Where the list stands in the answer, such as `measures` or `node.departments`. */
  readonly connection: string;
  /** The nodes in it, which are also saved as linked data. */
  readonly ids?: readonly string[];
  /** Paths of the columns that the file has, and no others; all of the operation where they are left out. */
  readonly columns?: readonly string[];
  /** Rows have values by year, which can be cells, rows or columns of the file. */
  readonly series?: boolean;
}

const layouts = ['cells', 'rows', 'columns'] as const;

/**
 * Saves what a table shows: its operation goes to `/export/<connection>`, so that the file has all pages of it, in the
 * language of the page.
 */
export function SaveAs({
  request,
  connection,
  ids = [],
  columns,
  series = false,
}: Saved & { readonly request: GraphqlRequest }) {
  const labels = useLanguage();
  const { saving } = useWords();
  const [layout, setLayout] = useState<(typeof layouts)[number]>('cells');
  const operation = { query: textOf(request), variables: request.variables ?? {} };
  const asked = new URLSearchParams({
    labels,
    ...(columns && { columns: columns.join(), sources: 'false' }),
    ...(layout !== 'cells' && { series: layout }),
  });
  return (
    <span className="screen-only">
      {series && (
        <label>
          {saving.years}{' '}
          <select
            value={layout}
            onChange={({ target }) => setLayout(layouts.find((each) => each === target.value) ?? 'cells')}
          >
            {layouts.map((each) => (
              <option key={each} value={each}>
                {saving.layouts[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      {['csv', 'xlsx'].map((format) => (
        <SaveButton
          key={format}
          format={format.toUpperCase()}
          save={() => saveFrom(`/export/${connection}.${format}?${asked}`, operation)}
        />
      ))}
      {ids.length > 0 && ids.length <= maxIds && (
        <SaveButton
          format="JSON-LD"
          save={() => saveFrom('/export/graph.jsonld?depth=0', { ids }, `${connection}.jsonld`)}
        />
      )}
    </span>
  );
}

/** A button that saves a file, and says beside itself why it could not. `format` is what stands on it, such as CSV. */
export function SaveButton({ format, save }: { readonly format: string; readonly save: () => Promise<unknown> }) {
  const { saving } = useWords();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<string | null>(null);
  const press = () =>
    save().then(
      () => setFailure(null),
      (error) => setFailure(failureText(error)),
    );
  return (
    <>
      <button type="button" className="quiet" aria-label={saving.as(format)} onClick={press}>
        {format}
      </button>
      {failure !== null && <span role="alert">{saving.failed(failure)}</span>}
    </>
  );
}

/** Fetches a file by POST and saves it, by the name that the service gives it or the one given here. Throws an ApiError with what the service refused. */
export async function saveFrom(address: string, body: unknown, name?: string): Promise<void> {
  const response = await post(address, body);
  if (!response.ok) throw errorOf(((await response.json()) as { errors: [{ message: string }] }).errors[0]);
  saveFile(await response.blob(), name ?? nameIn(response));
}

/** The name in `content-disposition`, of which the service encodes all that is not ASCII (RFC 8187). */
function nameIn({ headers }: Response): string {
  const [, encoded = 'table'] = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '') ?? [];
  return decodeURIComponent(encoded);
}

/** Gives a file to the browser to save. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
