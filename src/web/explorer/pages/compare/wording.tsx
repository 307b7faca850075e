import type { ComparedPassageFragment, PlanStage, WordingAtStageFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { ChangedText } from '../../parts/word-changes/changed-text.js';
import { stages } from '../../site/stages.js';
import type { AlignedRow, Compared } from './aligned.js';
import { StagePart } from './stage-part.js';
import { useCompareWords } from './words.js';

/** A text of the documents about a thing, of one kind, as a stage prints it. */
interface Text extends Compared {
  readonly name: string;
  readonly nameEn: null;
  readonly text: string;
}

/**
 * What the documents say in their own words at each stage, with the words that the stage before had and those that are new;
 * nothing where the text was not imported.
 */
export function Wording({ id }: { readonly id: string }) {
  const words = useCompareWords();
  const { vocabulary, nameOf } = useLabels();
  const named = ({ kind, vision }: ComparedPassageFragment) =>
    [vocabulary.value('PassageKind', kind), vision?.number].filter(Boolean).join(' ');
  return (
    <StagePart
      id={id}
      operation="CompareWording"
      field={null}
      title={words.wording}
      isOptional
      thingsOf={(item: WordingAtStageFragment, stage) =>
        [item, ...item.measures.nodes].flatMap((thing) =>
          textsOf(thing.passages, stage).map(
            ({ passage, text }): Text => ({
              id: `${thing.id} ${passage.kind} ${passage.vision?.number ?? ''}`,
              name: thing === item ? named(passage) : words.partOf(nameOf(thing), named(passage)),
              nameEn: null,
              effective: thing.effective,
              changes: [],
              text,
            }),
          ),
        )
      }
      isShown={isReworded}
      isLinked={false}
      shownAt={({ text }, stage, row) => {
        const before = textBefore(row, stage);
        return (
          <div lang="ja">
            {before === null ? (
              <span className="changed-text">{text}</span>
            ) : (
              <ChangedText before={before} after={text} />
            )}
          </div>
        );
      }}
    />
  );
}

/** The texts of a stage, one for each kind and vision. */
function textsOf(passages: readonly ComparedPassageFragment[], stage: PlanStage) {
  const found = new Map<string, { passage: ComparedPassageFragment; text: string }>();
  for (const passage of passages.filter((each) => each.stage === stage)) {
    const key = `${passage.kind} ${passage.vision?.number ?? ''}`;
    const before = found.get(key);
    found.set(key, { passage, text: before ? `${before.text}\n${passage.text}` : passage.text });
  }
  return [...found.values()];
}

/** What the last stage before this one that has the text prints; null for the first. */
const textBefore = ({ at }: AlignedRow<Text>, stage: PlanStage): string | null =>
  stages
    .slice(0, stages.indexOf(stage))
    .flatMap((each) => at[each]?.text ?? [])
    .at(-1) ?? null;

/** Whether two stages print it in other words, or one of several does not print it. */
const isReworded = ({ at }: AlignedRow<Text>): boolean =>
  new Set(stages.flatMap((each) => at[each]?.text ?? [])).size > 1;
