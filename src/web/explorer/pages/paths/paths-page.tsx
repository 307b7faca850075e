import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { NamedThingsDocument, PathsDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { Section, Waiting } from '../../parts/section.js';
import { ThingPicker } from '../../parts/thing-box/thing-box.js';
import { namedNode, ThingLink } from '../../parts/thing-link.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { PathExamples } from './path-examples.js';
import { PathList } from './path-list.js';
import './paths-page.css';
import { usePathWords } from './words.js';

const fewPaths = 5;
const morePaths = 20;

/** How two things are connected: `?from=` and `?to=` are ids. */
export function PathsPage() {
  const { pages } = useWords();
  const words = usePathWords();
  const { parameters, change } = useAddress();
  const from = parameters.get('from');
  const to = parameters.get('to');
  const limit = parameters.has('more') ? morePaths : fewPaths;
  // After one end is chosen the focus goes to the other, while that is open.
  const [focused, setFocused] = useState<'from' | 'to' | null>(null);
  const unfocus = useCallback(() => setFocused(null), []);
  const choose = (end: 'from' | 'to', id: string | null) => {
    const other = end === 'from' ? 'to' : 'from';
    setFocused(id !== null && !parameters.get(other) ? other : end);
    change({ [end]: id });
  };
  return (
    <div className="stack">
      <PageTitle title={pages.paths} />
      <p className="quiet-text">{words.hint}</p>
      <Waiting>
        <div className="paths-ends row">
          {(['from', 'to'] as const).map((end) => (
            <End
              key={end}
              label={words[end]}
              id={parameters.get(end)}
              focused={focused === end}
              onFocused={unfocus}
              onPick={(id) => choose(end, id)}
            />
          ))}
          {from && to && (
            <button type="button" onClick={() => change({ from: to, to: from })}>
              ⇄ {words.swap}
            </button>
          )}
        </div>
      </Waiting>
      {!from && !to && (
        <Waiting>
          <PathExamples />
        </Waiting>
      )}
      {from && to && (
        <Waiting>
          <FoundPaths
            from={from}
            to={to}
            limit={limit}
            onMore={limit === fewPaths ? () => change({ more: '1' }) : undefined}
          />
        </Waiting>
      )}
    </div>
  );
}

function End({
  label,
  id,
  focused,
  onFocused,
  onPick,
}: {
  readonly label: string;
  readonly id: string | null;
  /** Whether the focus goes here. */
  readonly focused: boolean;
  readonly onFocused: () => void;
  readonly onPick: (id: string | null) => void;
}) {
  const words = usePathWords();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!focused) return;
    (id === null ? input : button).current?.focus();
    onFocused();
  }, [focused, id, onFocused]);
  if (id === null) return <ThingPicker label={label} onPick={onPick} input={input} />;
  return (
    <div className="paths-end row">
      <span>{label}</span>
      <EndLink id={id} />
      <button
        ref={button}
        type="button"
        className="quiet"
        onClick={() => onPick(null)}
        aria-label={`${label}: ${words.change}`}
      >
        {words.change}
      </button>
    </div>
  );
}

function EndLink({ id }: { readonly id: string }) {
  const { vocabulary } = useLabels();
  const { answer } = useAnswer(NamedThingsDocument, { ids: [id] });
  const [node] = answer.nodes;
  if (!node) return <strong>{id}</strong>;
  return (
    <strong>
      <ThingLink thing={namedNode(node)} /> <span className="quiet-text">{vocabulary.type(node.__typename)}</span>
    </strong>
  );
}

function FoundPaths({
  from,
  to,
  limit,
  onMore,
}: {
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly onMore: (() => void) | undefined;
}) {
  const words = usePathWords();
  const { pick } = useLabels();
  const { stage, link } = useView();
  const { answer, request } = useAnswer(PathsDocument, { from, to, limit, stage });
  const { paths, coverage, reason, reasonEn, truncated } = answer.paths;
  return (
    <Section title={pick(reason, reasonEn)} request={request} coverage={coverage}>
      <PathList paths={paths} />
      <p className="paths-further row screen-only">
        {truncated && onMore && (
          <button type="button" onClick={onMore}>
            {words.more}
          </button>
        )}
        {paths.length > 0 && <Link to={link('/graph', { from, to })}>{words.drawn}</Link>}
      </p>
    </Section>
  );
}
