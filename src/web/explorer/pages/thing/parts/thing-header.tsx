import { Link } from 'react-router';
import type { Presence } from '../../../graphql/graphql.js';
import { PageTitle } from '../../../parts/page-title.js';
import { Phrases } from '../../../parts/phrases/phrases.js';
import { Code } from '../../../parts/thing-link.js';
import { useView } from '../../../site/view.js';
import type { PageType } from '../../types/page-type.js';
import type { Entity } from '../../types/use-node.js';
import { useThingLabels } from '../words.js';

/** What a thing is called in both languages, what it is in a sentence, and where to go on from here. */
export function ThingHeader({
  thing,
  type,
  code,
  presence,
}: {
  readonly thing: Entity;
  readonly type: PageType;
  readonly code: string | null;
  readonly presence: Presence | null;
}) {
  const { language, words, vocabulary, nameOf, pick } = useThingLabels();
  const { link, stage } = useView();
  const { id, name, nameEn, effective, stages } = thing;
  const shown = nameOf(thing);
  const other = shown === name ? nameEn : name;
  const summary = pick(thing.summary, thing.summaryEn || thing.summary);
  const title = code === null ? shown : `${code} ${shown}`;
  return (
    <header className="thing-header">
      <p className="thing-type row quiet-text">
        {vocabulary.type(type.name)}
        {type.staged && stages.length > 0 && (
          <span className={effective ? 'thing-status' : 'thing-status thing-status-gone'}>
            {effective ? `✓ ${words.inForce}` : `✕ ${words.notInForce}`}
          </span>
        )}
        {presence !== null && presence !== 'STATED' && (
          <span className="thing-status-unread">{vocabulary.value('Presence', presence)}</span>
        )}
      </p>
      <PageTitle title={title}>
        {code !== null && <Code>{code} </Code>}
        <Phrases text={shown} />
      </PageTitle>
      {other && other !== shown && (
        <p className="quiet-text" lang={other === name ? 'ja' : 'en'}>
          {other}
        </p>
      )}
      {summary && (
        <p className="lead">
          <Phrases text={summary} />
        </p>
      )}
      <p className="thing-actions row screen-only">
        {type.dossier && (
          <a
            className="button"
            href={`/dossier/${encodeURIComponent(id)}?${new URLSearchParams({ lang: language, ...(stage && { stage }) })}`}
          >
            {words.dossier}
          </a>
        )}
        <Link className="button" to={link('/graph', { ids: id })}>
          {words.inGraph}
        </Link>
        <Link className="button" to={link('/paths', { from: id })}>
          {words.pathsFrom}
        </Link>
        <Link className="button" to={link('/beside', { ids: id })}>
          {words.beside}
        </Link>
        {type.sideBySide && code !== null && (
          <Link className="button" to={{ ...link('/compare', { item: code }), hash: 'item' }}>
            {words.compare}
          </Link>
        )}
      </p>
    </header>
  );
}
