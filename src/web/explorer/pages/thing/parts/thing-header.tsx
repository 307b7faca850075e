import { Link } from 'react-router';
import { PageTitle } from '../../../parts/page-title.js';
import { useView } from '../../../site/view.js';
import type { PageType } from '../../types/page-type.js';
import type { Entity } from '../../types/use-node.js';
import { useLabels } from '../labels.js';

/** What a thing is called in both languages, what it is in a sentence, and where to go on from here. */
export function ThingHeader({
  thing,
  type,
  code,
}: {
  readonly thing: Entity;
  readonly type: PageType;
  readonly code: string | null;
}) {
  const { language, words, vocabulary, nameOf } = useLabels();
  const { parameters, stage } = useView();
  const withView = (own: Readonly<Record<string, string>>) =>
    String(new URLSearchParams([...Object.entries(own), ...Object.entries(parameters)]));
  const { id, name, nameEn, effective, stages } = thing;
  const shown = nameOf(thing);
  const other = shown === name ? nameEn : name;
  const summary = (language === 'en' && thing.summaryEn) || thing.summary;
  const title = code === null ? shown : `${code} ${shown}`;
  return (
    <header className="thing-header">
      <p className="thing-type">
        {vocabulary.type(type.name)}
        {type.staged && stages.length > 0 && (
          <span className={effective ? 'thing-status' : 'thing-status thing-status-gone'}>
            {effective ? `✓ ${words.inForce}` : `✕ ${words.notInForce}`}
          </span>
        )}
      </p>
      <PageTitle title={title}>
        {code !== null && <span className="thing-code">{code} </span>}
        {shown}
      </PageTitle>
      {other && other !== shown && (
        <p className="quiet-text" lang={other === name ? 'ja' : 'en'}>
          {other}
        </p>
      )}
      {summary && <p className="thing-summary">{summary}</p>}
      <p className="thing-actions screen-only">
        {type.dossier && (
          <a
            className="button"
            href={`/dossier/${encodeURIComponent(id)}?${new URLSearchParams({ lang: language, ...(stage && { stage }) })}`}
          >
            {words.dossier}
          </a>
        )}
        <Link className="button" to={{ pathname: '/graph', search: withView({ ids: id }) }}>
          {words.inGraph}
        </Link>
        <Link className="button" to={{ pathname: '/paths', search: withView({ from: id }) }}>
          {words.pathsFrom}
        </Link>
        {type.sideBySide && code !== null && (
          <Link className="button" to={{ pathname: '/compare', search: withView({ item: code }), hash: 'item' }}>
            {words.compare}
          </Link>
        )}
      </p>
    </header>
  );
}
