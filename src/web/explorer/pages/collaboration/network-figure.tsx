import { Link } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { CollaborationFiguresDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { FoldedSources } from '../../parts/sources.js';
import { ThingLink, thingAddress } from '../../parts/thing-link.js';
import { hrefOf, useView } from '../../site/view.js';
import { colorOf } from './groups.js';
import { shownDepartments } from './matrix.js';
import { ringHeight } from './ring-layout.js';
import { mostAt, type Tie, tiesOf } from './roles.js';
import { useRolesText } from './use-roles-text.js';
import { useCollaborationWords } from './words.js';

const load = () => import('./network-chart.js');

/** The most departments on a ring: more names make it higher than a screen. */
const most = 48;

const kinds = ['leads', 'together', 'supports'] as const;
const shapes = { leads: 'arrow', together: 'line', supports: 'dotted' } as const;

/** The departments as a network: who leads with the support of whom, and who does the same. */
export function NetworkFigure() {
  const { network: words, ...shared } = useCollaborationWords();
  const { vocabulary, nameOf } = useLabels();
  const { municipality, stage, link } = useView();
  const { answer, request } = useAnswer(CollaborationFiguresDocument, { municipality: municipality.id, stage });
  const rolesText = useRolesText();
  const network = answer.collaborations;
  const shown = shownDepartments(network, most);
  const shownIds = new Set(shown.map(({ department }) => department.id));
  const ties = network.collaborations.flatMap(tiesOf);
  const led = ties.filter(({ kind }) => kind === 'leads');
  const [leading, supporting] = [mostAt(led, 'from'), mostAt(led, 'to')];
  const ledBy = Map.groupBy(led, ({ from }) => from.id);
  const supportedBy = Map.groupBy(led, ({ to }) => to.id);
  const groups = [...new Set(shown.map(({ group }) => group))].toSorted((a, b) => a - b);
  const about = words.about(shown.length, network.departmentCount);
  const spoken = ({ kind, from, to, weight, roles }: Tie) =>
    words.tie(words.ties[kind](nameOf(from), nameOf(to)), weight, rolesText(roles));
  const data = {
    dots: shown.map(({ department, group, degree }) => ({
      id: department.id,
      name: nameOf(department),
      group,
      color: colorOf(group),
      degree,
      href: hrefOf(link(thingAddress(department.id))),
      spoken: words.department(
        nameOf(department),
        shared.group(group),
        degree,
        ledBy.get(department.id)?.length ?? 0,
        supportedBy.get(department.id)?.length ?? 0,
      ),
    })),
    groups: groups.map((group) => ({ group, name: shared.group(group) })),
    lines: ties
      .filter(({ from, to }) => shownIds.has(from.id) && shownIds.has(to.id))
      .map((tie) => ({
        kind: tie.kind,
        from: tie.from.id,
        to: tie.to.id,
        weight: tie.weight,
        href: hrefOf(link('/paths', { from: tie.from.id, to: tie.to.id })),
        spoken: spoken(tie),
      })),
  };
  return (
    <Figure
      id="collaboration-network"
      title={
        leading && supporting
          ? words.finding(
              words.names(leading.departments.map(nameOf)),
              leading.count,
              words.names(supporting.departments.map(nameOf)),
              supporting.count,
            )
          : about
      }
      about={about}
      coverage={network.coverage}
      notes={[shown.length > 0 && words.note, shown.length > 0 && shared.groups.network]}
      legend={[
        ...kinds.map((kind) => ({
          label: words.kinds[kind],
          color: kind === 'leads' ? 'var(--mark)' : 'var(--text-quiet)',
          shape: shapes[kind],
        })),
        ...groups.map((group) => ({ label: shared.group(group), color: colorOf(group) })),
      ]}
      drawn={shown.length === 0 ? null : { load, data, height: () => ringHeight(shown.map(({ group }) => group)) }}
      request={request}
      save={{ connection: 'collaborations.collaborations' }}
      rows={ties.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.weight - a.weight)}
      keyOf={({ kind, from, to }) => `${kind} ${from.id} ${to.id}`}
      columns={[
        {
          id: 'from',
          title: words.from,
          isName: true,
          value: ({ from }) => nameOf(from),
          cell: ({ from }) => <ThingLink thing={from} />,
        },
        { id: 'kind', title: words.kind, value: ({ kind }) => words.kinds[kind] },
        {
          id: 'to',
          title: words.to,
          value: ({ to }) => nameOf(to),
          cell: ({ to }) => <ThingLink thing={to} />,
        },
        { id: 'weight', title: shared.weight, value: ({ weight }) => weight, numeric: true },
        { id: 'roles', title: shared.roles, value: ({ roles }) => rolesText(roles) },
        {
          id: 'sources',
          title: vocabulary.field('Collaboration', 'sources'),
          value: ({ sources }) => sources.length,
          cell: ({ sources }) => <FoldedSources sources={sources} />,
        },
      ]}
      sources={network.collaborations.flatMap(({ sources }) => sources)}
    >
      <p className="small screen-only">
        <Link to={link('/graph', { view: 'collaboration' })}>{words.graph}</Link>
      </p>
    </Figure>
  );
}
