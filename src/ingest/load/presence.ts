import { containersOf, contentsOf } from '../../model/containment.js';
import { CoverageStatements } from '../../model/coverage-statements.js';
import type { NodeDeclaration } from '../../model/declaration.js';
import { type PresenceValue, type Stage, stages } from '../../model/enums.js';
import { atStage } from '../../model/graph-properties.js';
import { edges, nodes } from '../../model/model.js';
import type { Dataset, NodeRow } from '../dataset/dataset.js';

/** What is known of a thing, as graph properties: in all, at each stage where that differs, and which stages show a frame. */
type PresenceProperties = Readonly<Record<string, PresenceValue | readonly Stage[]>>;

/**
 * Works out from the statements of coverage what is known of each named thing. It is stated where a document lists its
 * parts, or, of what has none, where it is a part of something; else it is known by name only. At a stage that does not name
 * it, it is not listed where the stage lists all parts of the whole that it belongs to, or has not that whole either; else it
 * was not read there.
 */
export function presenceIn(dataset: Dataset): (node: NodeDeclaration, row: NodeRow) => PresenceProperties {
  const statements = statementsOf(dataset);
  const wholes = new Map(
    edges.map(({ type }) => [type, new Map((dataset.edges.get(type) ?? []).map(({ from, to }) => [from, to]))]),
  );

  const wholeTypes = new Set(nodes.flatMap(containersOf).map(({ whole }) => whole.name));
  const rowsById = new Map(
    [...wholeTypes].map((name) => [name, new Map(dataset.nodes.get(name)?.map((row) => [row.id, row]))]),
  );

  // Of a type whose parts no document lists, nothing is missing.
  const listedContents = new Map(
    nodes.map((node) => [
      node.name,
      contentsOf(node).filter(({ field }) =>
        dataset.nodes.get(node.name)?.some(({ id }) => statements.lists(id, field, null)),
      ),
    ]),
  );

  const isNotListed = (node: NodeDeclaration, id: string, stage: Stage): boolean =>
    containersOf(node).some(({ edge, field, whole: wholeNode }) => {
      const wholeId = wholes.get(edge)?.get(id);
      if (wholeId === undefined) return false;
      if (statements.listsAll(wholeId, field, stage)) return true;
      const whole = rowsById.get(wholeNode.name)?.get(wholeId);
      const isThere = !wholeNode.staged || whole === undefined || whole.stages.includes(stage);
      return !isThere && isNotListed(wholeNode, wholeId, stage);
    });

  return (node, row) => {
    if (!node.entity) return {};
    const contents = listedContents.get(node.name) ?? [];
    const containers = containersOf(node).map(({ edge, field }) => ({ field, whole: wholes.get(edge)?.get(row.id) }));
    const listed = (stage: Stage | null) => contents.some(({ field }) => statements.lists(row.id, field, stage));
    const isPart = containers.length === 0 || containers.some(({ whole }) => whole !== undefined);
    const known = (stage: Stage | null): PresenceValue =>
      statements.isEmpty || (isPart && (contents.length === 0 || listed(stage))) ? 'STATED' : 'NAME_ONLY';
    const now = known(null);
    if (!node.staged) return { presence: now };

    const isUnread = (stage: Stage) =>
      node.frame &&
      row.effective &&
      !statements.isEmpty &&
      !row.stages.includes(stage) &&
      containers.every(({ field, whole }) => whole !== undefined && !statements.lists(whole, field, stage));
    const shown = stages.filter((stage) => row.stages.includes(stage) || isUnread(stage));
    const at = (stage: Stage): PresenceValue => {
      if (row.stages.includes(stage)) return known(stage);
      return !isUnread(stage) && isNotListed(node, row.id, stage) ? 'NOT_LISTED' : 'NOT_READ';
    };
    const atStages = stages
      .map((stage) => [stage, at(stage)] as const)
      .filter(([, presence]) => presence !== now)
      .map(([stage, presence]) => [atStage('presence', stage), presence] as const);
    return { presence: now, ...Object.fromEntries(atStages), ...(node.frame ? { shownAt: shown } : {}) };
  };
}

function statementsOf({ nodes: rows, edges: links }: Dataset): CoverageStatements {
  const subjects = new Map((links.get('COVERAGE_OF') ?? []).map(({ from, to }) => [from, to]));
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return new CoverageStatements(
    (rows.get('CoverageStatement') ?? []).map(({ id, values }) => ({
      subject: subjects.get(id) ?? '',
      field: String(values.field),
      role: text(values.role),
      stage: text(values.stage),
    })),
  );
}
