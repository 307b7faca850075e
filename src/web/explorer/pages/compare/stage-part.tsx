import type { ReactNode } from 'react';
import { SaveAs } from '../../client/save-as.js';
import { useAnswer } from '../../client/use-answer.js';
import type { CoverageToldFragment, PlanStage } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { NoteText } from '../../parts/note-text.js';
import { Section } from '../../parts/section.js';
import { type Named, ThingLink } from '../../parts/thing-link.js';
import { idAtStage, stages } from '../../site/stages.js';
import { pageOperation } from '../types/all.js';
import { type AlignedRow, aligned, type Compared, isChanged, standingOf } from './aligned.js';
import { ChangeMark } from './change-mark.js';
import { useShownRows } from './shown-rows.js';
import './stage-table.css';
import { useCompareWords } from './words.js';

type Alias = Lowercase<PlanStage>;
/** What the operation calls the answer of a stage. */
const aliasOf = (stage: PlanStage) => stage.toLowerCase() as Alias;

/** What a stage prints of a thing. */
type ShownAt<Thing> = (thing: Thing, stage: PlanStage, row: AlignedRow<Thing>) => ReactNode;

/** A policy item with what a stage was read of the part that is compared. */
interface Covered {
  readonly coverage: readonly { readonly coverage: CoverageToldFragment }[];
}

/**
 * A part of a policy item as a table with a column for each stage, each thing a row; read by the operation that is
 * generated of its fragment. On narrow screens the stages of a row stand below each other.
 */
export function StagePart<Item extends Covered, Thing extends Compared & Named>({
  id,
  operation,
  field,
  title: ownTitle,
  thingsOf,
  notesOf,
  shownAt,
  isShown = isChanged,
  isOptional = false,
  isLinked = true,
}: {
  /** Id of the policy item. */
  readonly id: string;
  readonly operation: string;
  /** The field of the policy item that can be saved; null where there is none. */
  readonly field: string | null;
  /** By default what the schema calls the field. */
  readonly title?: string;
  readonly thingsOf: (item: Item, stage: PlanStage) => readonly Thing[];
  /** What else the documents of a stage do not print, in sentences. */
  readonly notesOf?: (things: Readonly<Record<PlanStage, readonly Thing[]>>) => readonly string[];
  readonly shownAt: ShownAt<Thing>;
  /** Whether a row is one of those that changed; by default where changes of it are recorded. */
  readonly isShown?: (row: AlignedRow<Thing>) => boolean;
  /** The first column leads to the pages of the rows; else they have none. */
  readonly isLinked?: boolean;
  /** Nothing stands there where no stage has anything. */
  readonly isOptional?: boolean;
}) {
  const words = useCompareWords();
  const { vocabulary, nameOf, pick } = useLabels();
  const { answer, request } = useAnswer(
    pageOperation<Readonly<Record<Alias, Item | null>>, Readonly<Record<Alias, string>>>(operation),
    Object.fromEntries(stages.map((stage) => [aliasOf(stage), idAtStage(id, stage)])) as Record<Alias, string>,
  );
  const itemAt = (stage: PlanStage) => {
    const item = answer[aliasOf(stage)];
    return item && Object.keys(item).length > 0 ? item : null;
  };
  const at = (stage: PlanStage) => {
    const item = itemAt(stage);
    return item ? thingsOf(item, stage) : [];
  };
  /** What was not read of a stage; null where all was, or the part is no field. */
  const unread = (stage: PlanStage) => {
    const coverage = field === null ? null : itemAt(stage)?.coverage[0]?.coverage;
    return coverage && coverage.state !== 'COMPLETE' ? coverage : null;
  };
  const things = { CURRENT: at('CURRENT'), DRAFT: at('DRAFT'), ADOPTED: at('ADOPTED') };
  const title = ownTitle ?? vocabulary.field('PolicyItem', field ?? '');
  const named = (stage: PlanStage) => vocabulary.value('PlanStage', stage);
  const all = aligned(things);
  const shownRows = useShownRows();
  if (isOptional && all.length === 0) return null;
  const rows = shownRows === 'all' ? all : all.filter(isShown);
  const notes = [
    ...stages.flatMap((stage) => {
      const coverage = unread(stage);
      return coverage ? [`${words.ofStage(named(stage))}${pick(coverage.note, coverage.noteEn)}`] : [];
    }),
    ...(notesOf?.(things) ?? []),
  ];
  return (
    <Section
      title={title}
      request={request}
      actions={
        field &&
        stages
          .filter((stage) => things[stage].length > 0)
          .map((stage) => (
            <span key={stage} className="stage-save">
              {words.ofStage(named(stage))}
              <SaveAs
                request={request}
                connection={`${aliasOf(stage)}.${field}`}
                ids={things[stage].map((thing) => thing.id)}
              />
            </span>
          ))
      }
    >
      {notes.map((note) => (
        <p key={note} className="stage-note quiet-text">
          <NoteText text={note} />
        </p>
      ))}
      {all.length === 0 && <p className="quiet-text">{words.nothing}</p>}
      {rows.length < all.length && <p className="quiet-text">{words.same(all.length - rows.length)}</p>}
      {rows.length > 0 && (
        <table className="stage-table table" aria-label={title}>
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
                  {isLinked ? (
                    <ThingLink thing={{ ...row.latest, name: nameOf(row.latest), nameEn: null }} />
                  ) : (
                    nameOf(row.latest)
                  )}
                </th>
                {stages.map((stage) => (
                  <td key={stage} data-title={named(stage)}>
                    <StageCell row={row} stage={stage} shownAt={shownAt} isUnread={unread(stage) !== null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** What a stage prints of a thing and what happened to it, or why the stage lacks it. */
function StageCell<Thing extends Compared & Named>({
  row,
  stage,
  isUnread,
  shownAt,
}: {
  readonly row: AlignedRow<Thing>;
  readonly stage: PlanStage;
  /** Not all of the stage was read. */
  readonly isUnread: boolean;
  readonly shownAt: ShownAt<Thing>;
}) {
  const words = useCompareWords();
  const { pick } = useLabels();
  const standing = standingOf(row, stage);
  const thing = row.at[stage];
  if (isUnread && standing.kind === 'NOT_PRINTED') return <span className="quiet-text">{words.unread}</span>;
  if (standing.kind === 'REMOVED') return <ChangeMark kind="REMOVED" />;
  if (standing.kind !== 'HERE') return <span className="quiet-text">{words.missing[standing.kind]}</span>;
  return (
    <>
      {thing && shownAt(thing, stage, row)}
      {standing.steps.length > 0 && (
        <div className="row">
          {standing.steps.map(({ kind, field, fieldLabel, fieldLabelEn }) => (
            <ChangeMark
              key={`${kind} ${field}`}
              kind={kind}
              text={kind === 'RENAMED' ? null : pick(fieldLabel, fieldLabelEn)}
            />
          ))}
        </div>
      )}
    </>
  );
}
