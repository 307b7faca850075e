import { useAnswer } from '../../client/use-answer.js';
import { CollaborationFiguresDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { FoldedSources } from '../../parts/sources.js';
import { ThingLink } from '../../parts/thing-link.js';
import { hrefOf, useView } from '../../site/view.js';
import { colorOf } from './groups.js';
import { cellsOf, matrixSize, mostInMatrix, shownDepartments } from './matrix.js';
import { isLeading, turned } from './roles.js';
import { useRolesText } from './use-roles-text.js';
import { useCollaborationWords } from './words.js';

const load = () => import('./matrix-chart.js');

/** Who works with whom, in which roles. */
export function MatrixFigure() {
  const words = useCollaborationWords();
  const { vocabulary, nameOf } = useLabels();
  const { municipality, stage, link } = useView();
  const { answer, request } = useAnswer(CollaborationFiguresDocument, { municipality: municipality.id, stage });
  const network = answer.collaborations;
  const rolesText = useRolesText();
  const shown = shownDepartments(network, mostInMatrix);
  const first = network.departments.toSorted((a, b) => b.degree - a.degree)[0];
  const data = {
    departments: shown.map(({ department, group }) => ({
      id: department.id,
      name: nameOf(department),
      color: colorOf(group),
    })),
    cells: cellsOf(network, new Set(shown.map(({ department }) => department.id))).map(
      ({ weight, row, column, roles }) => ({
        row: row.id,
        column: column.id,
        weight,
        rowLeads: isLeading(roles),
        columnLeads: isLeading(turned(roles)),
        href: hrefOf(link('/paths', { from: row.id, to: column.id })),
        spoken: words.matrix.cell(nameOf(row), nameOf(column), weight, rolesText(roles)),
      }),
    ),
  };
  const groups = [...new Set(shown.map(({ group }) => group))].toSorted((a, b) => a - b);
  const about = words.matrix.about(shown.length, network.departmentCount);
  return (
    <Figure
      id="collaboration-matrix"
      title={
        first
          ? words.matrix.finding(network.departmentCount, network.totalCount, nameOf(first.department), first.degree)
          : about
      }
      about={about}
      coverage={network.coverage}
      notes={[shown.length > 0 && words.matrix.leading, shown.length > 0 && words.groups.matrix]}
      legend={[
        { label: words.matrix.edge, color: 'var(--text)', shape: 'edged' },
        ...groups.map((group) => ({ label: words.group(group), color: colorOf(group) })),
      ]}
      drawn={
        shown.length === 0
          ? null
          : {
              load,
              data,
              height: (width) => matrixSize(width, shown.length).height,
            }
      }
      request={request}
      save={{ connection: 'collaborations.collaborations' }}
      rows={network.collaborations}
      keyOf={({ department, partner }) => `${department.id} ${partner.id}`}
      columns={[
        {
          id: 'pair',
          title: words.matrix.pair,
          isName: true,
          value: ({ department, partner }) => `${nameOf(department)} ${nameOf(partner)}`,
          cell: ({ department, partner }) => (
            <>
              <ThingLink thing={department} /> × <ThingLink thing={partner} />
            </>
          ),
        },
        { id: 'weight', title: words.weight, value: ({ weight }) => weight, numeric: true },
        { id: 'roles', title: words.roles, value: ({ roles }) => rolesText(roles) },
        {
          id: 'sources',
          title: vocabulary.field('Collaboration', 'sources'),
          value: ({ sources }) => sources.length,
          cell: ({ sources }) => <FoldedSources sources={sources} />,
        },
      ]}
      sources={network.collaborations.flatMap(({ sources }) => sources)}
    />
  );
}
