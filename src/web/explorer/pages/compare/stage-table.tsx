import type { ReactNode } from 'react';
import type { ChangeKind, PlanStage } from '../../graphql/graphql.js';
import { useChangeWords } from '../../language/changed-field.js';
import { useNameOf, useVocabulary } from '../../language/language.js';
import { type Named, ThingLink } from '../../parts/thing-link.js';
import { stages } from '../../site/stages.js';
import { type AlignedRow, type Compared, silentStages, standingOf } from './aligned.js';
import './stage-table.css';
import { useCompareWords } from './words.js';

const signs: Readonly<Record<ChangeKind, string>> = {
  ADDED: '＋',
  REMOVED: '－',
  RENAMED: '✎',
  REVISED: '△',
  REORDERED: '⇅',
  MOVED: '→',
  UNCHANGED: '＝',
};

/** A kind of change as a sign and a word, so that no colour is needed to read it. */
export function ChangeMark({ kind, text }: { readonly kind: ChangeKind; readonly text?: string | null }) {
  const vocabulary = useVocabulary();
  return (
    <span className={`change-mark change-mark-${kind.toLowerCase()}`}>
      <span aria-hidden="true">{signs[kind]} </span>
      {vocabulary.value('ChangeKind', kind)}
      {text && ` (${text})`}
    </span>
  );
}

/**
 * Things at the three stages in three columns, each thing a row. `shownAt` is what the stage prints of it; what a stage
 * lacks says why. On narrow screens the stages of a row stand below each other.
 */
export function StageTable<Thing extends Compared & Named>({
  title,
  rows,
  shownAt,
}: {
  readonly title: string;
  readonly rows: readonly AlignedRow<Thing>[];
  readonly shownAt: (thing: Thing, stage: PlanStage, row: AlignedRow<Thing>) => ReactNode;
}) {
  const words = useCompareWords();
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  const named = (stage: PlanStage) => vocabulary.value('PlanStage', stage);
  if (rows.length === 0) return <p className="quiet-text">{words.nothing}</p>;
  return (
    <>
      {silentStages(rows).map((stage) => (
        <p key={stage} className="stage-table-note">
          {words.silent(named(stage), title)}
        </p>
      ))}
      <table className="stage-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col">
                {named(stage)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <ThingLink thing={{ ...row.latest, name: nameOf(row.latest), nameEn: null }} />
              </th>
              {stages.map((stage) => (
                <td key={stage} data-title={named(stage)}>
                  <StageCell row={row} stage={stage} shownAt={shownAt} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function StageCell<Thing extends Compared & Named>({
  row,
  stage,
  shownAt,
}: {
  readonly row: AlignedRow<Thing>;
  readonly stage: PlanStage;
  readonly shownAt: (thing: Thing, stage: PlanStage, row: AlignedRow<Thing>) => ReactNode;
}) {
  const words = useCompareWords();
  const change = useChangeWords();
  const standing = standingOf(row, stage);
  const thing = row.at[stage];
  if (standing.kind === 'REMOVED') return <ChangeMark kind="REMOVED" />;
  if (standing.kind === 'NOT_YET') return <span className="quiet-text">{words.notYet}</span>;
  if (standing.kind === 'GONE') return <span className="quiet-text">{words.gone}</span>;
  if (standing.kind !== 'HERE' || !thing) return <span className="quiet-text">{words.notPrinted}</span>;
  return (
    <>
      {shownAt(thing, stage, row)}
      {standing.steps.length > 0 && (
        <div className="stage-table-marks">
          {standing.steps.map((step) => (
            <ChangeMark
              key={`${step.kind} ${step.field}`}
              kind={step.kind}
              text={step.kind === 'RENAMED' ? null : change.field(step)}
            />
          ))}
        </div>
      )}
    </>
  );
}
