/** What changed between the stages of the plan. */

import { changesBetween, stepsBetween } from '../../analysis/changes.js';
import { filtersBy, isObject } from '../../graph/filter.js';
import { ChangeKind, type Stage } from '../../model/enums.js';
import { nodeNamed } from '../../model/model.js';
import { badInput } from '../../refusal.js';
import { eachCharacters, entries } from '../types/argument-limits.js';
import { argument, field, t } from '../types/declare.js';
import { chosenTypes } from '../types/enums.js';
import { connectionArguments, connectionType } from '../types/objects.js';
import { entityTypes, fewMunicipalities, stageType } from './arguments.js';
import { citiesOf } from './cities.js';

const Change = nodeNamed('Change');

/** What is stated to be unchanged is no change: it is there where it is asked for. */
const changingKinds = Object.keys(ChangeKind.values).filter((kind) => kind !== 'UNCHANGED');

/** By the names of the kinds: what is UNCHANGED stands behind all that has changed. */
const changedFirst = [{ kind: 'ASC' }];

const maximumChoices = 50;

export const changeQueries = {
  changes: field({
    type: connectionType(Change),
    description:
      'What changed on the way from one stage to another, of every kind of thing. From CURRENT to ADOPTED the changes of both steps are put together, each with its own stages: what is added and removed again is left out, and so is "unchanged" where the other step changed it. Without from or to every recorded change of the steps in question is listed. One thing can have several changes: `subjectCount` counts the things. [段階間の変更]',
    args: {
      from: argument(stageType, 'The earlier stage; null means any. [変更前の段階]'),
      to: argument(stageType, 'The later stage; null means any. [変更後の段階]'),
      kinds: argument(
        t.nullable(t.list(t.enum(ChangeKind))),
        'What happened to the things, or to the part of them that `field` names: a new vision is ADDED on its policy item. Null means all that has changed, or what the filter says of the kind; what is stated to be unchanged is asked for by UNCHANGED. [変更の種類。省略時はUNCHANGED以外のすべて。filterで種類を指定した場合はそれによる]',
        entries(maximumChoices),
      ),
      types: argument(entityTypes, 'Types of what changed; null means all. [対象の種類]', entries(maximumChoices)),
      fields: argument(
        t.nullable(t.list(t.string)),
        'What of it changed, such as name or content; null means all. [項目]',
        entries(maximumChoices),
        eachCharacters(100),
      ),
      ...fewMunicipalities,
      ...connectionArguments(Change),
    },
    extensions: { cost: 100 },
    resolve: async (
      _root,
      { from, to, kinds, types, fields, municipality, municipalities, ...given },
      context,
      info,
    ) => {
      if (stepsBetween(from, to).length === 0) throw wrongStages(from, to);
      const question = {
        from,
        to,
        kinds: kinds ?? (asksForKind((given as Given).filter) ? null : changingKinds),
        types: chosenTypes(types),
        fields: fields?.map((name) => name.normalize('NFKC')) ?? null,
        municipalities: await citiesOf({ municipality, municipalities }, context),
      };
      const ids = await changesBetween(question, context.ask);
      return context.engine.listOf(Change, ids, info, changedFirst);
    },
  }),
};

/** What every list is given. */
interface Given {
  readonly filter?: unknown;
}

/** A condition on the kind of the changes themselves, at any depth of `and`, `or` and `not`. */
function asksForKind(filter: unknown): boolean {
  if (!isObject(filter)) return false;
  return filtersBy(filter, 'kind') || [filter.and, filter.or, filter.not].flat().some(asksForKind);
}

const wrongStages = (from: Stage | null, to: Stage | null) =>
  badInput(
    `from, to: expected an earlier and a later stage (CURRENT, DRAFT, ADOPTED), but got: ${from} and ${to}`,
    `fromには前の段階、toには後の段階を指定してください（CURRENT、DRAFT、ADOPTEDの順。指定：${from}、${to}）。`,
  );
