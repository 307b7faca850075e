/** What it costs to ask every list what the documents cover. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  buildSchema,
  type FieldNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Progress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { startContest } from './contest.js';
import { openCities } from './generate.js';
import { measureRound, type Sample, type Trial, tryOperation, warmUp } from './measure.js';
import { median } from './table.js';

const leaf = (value: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } });
/** The same operation with some fields of `coverage` in every connection. */
function withCoverage(text: string, schema: GraphQLSchema, fields: readonly string[]): string {
  const coverage: FieldNode = {
    ...leaf('coverage'),
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields.map(leaf) },
  };
  const types = new TypeInfo(schema);
  const extended = visit(
    parse(text),
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (node) => {
          const type = types.getParentType();
          if (!isObjectType(type) || !type.name.endsWith('Connection') || !type.getFields().coverage) return undefined;
          return { ...node, selections: [...node.selections, coverage] };
        },
      },
    }),
  );
  return print(extended);
}

const figures = ['p50', 'rate', 'serverCpu', 'databaseCpu'] as const;

/** `npm run bench -- price`: each operation with coverage over the same without, in turns. */
export async function priceBench(args: readonly string[], progress: Progress, signal: AbortSignal): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cities: { type: 'string', default: '50' },
      operations: { type: 'string', default: 'one,wide,deep,ask,three,middle,count,full' },
      fields: { type: 'string', default: 'state' },
      seconds: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '7' },
    },
  });
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
  const schema = buildSchema(await readFile(projectFile('schema/schema.graphql'), 'utf8'));
  const database = await openCities(Number(values.cities), 'seed', progress, signal);
  try {
    const contest = await startContest(database, ['ours'], values.operations.split(','), process.env.PROFILE ?? null);
    try {
      const pairs: { readonly plain: Trial; readonly asked: Trial; readonly samples: [Sample, Sample][] }[] = [];
      for (const operation of contest.operations) {
        const texts = { ours: withCoverage(operation.texts.ours ?? '', schema, values.fields.split(',')) };
        const [plain, asked] = [
          await tryOperation(contest, operation),
          await tryOperation(contest, { ...operation, texts }),
        ];
        pairs.push({ plain, asked, samples: [] });
      }
      await warmUp(
        contest,
        pairs.flatMap(({ plain, asked }) => [plain, asked]),
        { seconds, signal },
      );
      const bar = progress.begin('measure', rounds);
      for (let round = 0; round < rounds; round++) {
        for (const { plain, asked, samples } of pairs) {
          const measured = new Map<Trial, Sample | undefined>();
          // Each goes first as often as the other.
          for (const trial of round % 2 === 0 ? [plain, asked] : [asked, plain])
            measured.set(trial, (await measureRound(contest, trial, 0, { seconds, signal })).ours);
          const [without, with_] = [measured.get(plain), measured.get(asked)];
          if (without && with_) samples.push([without, with_]);
        }
        bar.reach(round + 1);
      }
      bar.end();
      const rows = pairs.map(({ plain, samples }) => {
        const cells = figures.map((figure) => {
          const ratios = samples.flatMap(([a, b]) => (a[figure] && b[figure] ? [b[figure] / a[figure]] : []));
          return ratios.length === 0 ? '–' : `${median(ratios).toFixed(2)}×`;
        });
        return `| ${[plain.operation.name, ...cells].join(' | ')} |`;
      });
      const head = ['operation', 'p50', 'req/s', 'CPU of the server', 'CPU of the database'];
      process.stdout.write(
        [`| ${head.join(' | ')} |`, `| --- ${'| ---: '.repeat(figures.length)}|`, ...rows, ''].join('\n'),
      );
    } finally {
      await contest.stop();
    }
  } finally {
    await database.close();
  }
}
