/** A client that ariadne-codegen makes of the schema, as docs/clients.md says, over the seeded API. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { parse } from 'graphql';
import { projectFile } from '../../../src/project-files.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { type SeededService, seededService } from '../export/service.js';
import { patience } from '../seeded.js';
import { answered } from './operations.js';

jest.setTimeout(2 * patience);

let service: SeededService;
beforeAll(async () => {
  service = await seededService();
});
afterAll(() => service?.stop());

const temporaryFolder = temporaryFolders();
const [, settings = ''] = /```toml\n([\s\S]*?)```/.exec(readFileSync(projectFile('docs/clients.md'), 'utf8')) ?? [];

/** A fragment that is spread into a type and into an interface is imported, but not written, by ariadne-codegen 0.19. */
const queries = `
  query MeasurePages($stage: PlanStage, $after: String) {
    measures(stage: $stage, first: 7, after: $after) {
      nodes { id ...Named departments { nodes { name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
  query Things($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entity { name stages } ... on Measure { code } ... on Sdg { number } } }
  fragment Named on Entity { name stages }
`;

const program = `
import json, sys
from policy_graph import Client
from policy_graph.enums import PlanStage

with Client(url=sys.argv[1]) as client:
    kept = []
    for stage in [None, *PlanStage]:
        after, more = None, True
        while more:
            measures = client.measure_pages(stage=stage, after=after).measures
            kept += [node.model_dump(mode="json") for node in measures.nodes]
            more, after = measures.page_info.has_next_page, measures.page_info.end_cursor
    things = client.things(ids=["honjo:measure:5-2-3@DRAFT", "sdg:17"]).nodes
print(json.dumps({"measures": kept, "codes": [things[0].code, things[1].number]}))
`;

const bin = (name: string) => projectFile(`.venv/bin/${name}`);
const isThere = existsSync(bin('ariadne-codegen'));

(isThere ? test : test.skip)(
  `Python${isThere ? '' : ' (skipped: no .venv with docs/requirements.txt)'} pages through every stage`,
  async () => {
    const cwd = await temporaryFolder();
    await copyFile(projectFile('schema/schema.graphql'), join(cwd, 'schema.graphql'));
    await writeFile(join(cwd, 'queries.graphql'), queries);
    await writeFile(join(cwd, 'pyproject.toml'), settings);
    await promisify(execFile)(bin('ariadne-codegen'), [], { cwd });
    await writeFile(join(cwd, 'program.py'), program);
    const { stdout, stderr } = await promisify(execFile)(
      bin('python'),
      ['-W', 'default', 'program.py', `${service.url}/graphql`],
      { cwd },
    );
    const document = parse(
      'query All($stage: PlanStage) { measures(stage: $stage, first: 500) { nodes { id name stages departments { nodes { name } } } } }',
    );
    const expected: unknown[] = [];
    for (const stage of [null, 'CURRENT', 'DRAFT', 'ADOPTED']) {
      const { measures } = (await answered(service.url, { name: 'All', document, variables: { stage } })) as {
        measures: { nodes: unknown[] };
      };
      expected.push(...measures.nodes);
    }
    const { measures, codes } = JSON.parse(stdout);
    expect(measures).toEqual(expected);
    expect(codes).toEqual(['5-2-3', 17]);
    expect(stderr).toBe('');
  },
);
