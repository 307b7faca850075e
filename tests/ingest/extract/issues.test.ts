import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Finding, FindingList } from '../../../src/ingest/documents/finding.js';
import { DatasetBuilder } from '../../../src/ingest/extract/builder.js';
import { assertIssues } from '../../../src/ingest/extract/issues.js';
import { readGreenCityReviewed } from '../../fixtures/green-city.js';

const finding = fc.record({
  rule: fc.constantFrom('name-is-known', 'line-is-placed'),
  severity: fc.constantFrom('note', 'warning'),
  document: fc.constantFrom('adopted-plan', 'readme.txt'),
  lines: fc.option(fc.nat({ max: 3 }).map((more) => ({ first: 1 + (more % 2), last: 2 + more }))),
  message: fc.constantFrom('A name is unknown: a', 'A name is unknown: b'),
  messageJa: fc.constant('名称'),
}) as fc.Arbitrary<Finding>;

test('a remark keeps its identity whatever else is remarked, and two that differ have two', async () => {
  const reviewed = await readGreenCityReviewed();
  const idsOf = (findings: readonly Finding[]) => {
    const builder = new DatasetBuilder();
    builder.node('SourceDocument', 'midorino:source-document:adopted-plan', {}, null);
    const context = {
      builder,
      reviewed,
      findings: new FindingList(),
      usedDecisions: new Set<never>(),
      withText: false,
    };
    assertIssues(context, findings);
    return builder.ids('ExtractionIssue');
  };
  const contentOf = ({ rule, lines, message }: Finding) => JSON.stringify([rule, lines, message]);
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 8 }), (findings) => {
      const alone = findings.flatMap((each) => idsOf([each]));
      expect(new Set(idsOf(findings))).toEqual(new Set(alone));
      const ofDocuments = findings.filter(({ document }) => document === 'adopted-plan');
      expect(new Set(alone).size).toBe(new Set(ofDocuments.map(contentOf)).size);
    }),
  );
});
