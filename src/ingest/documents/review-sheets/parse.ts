import type { SourceText } from '../document.js';
import type { Findings } from '../finding.js';
import { type Parsing, startParsing } from '../parsing.js';
import { readCollaboration } from './collaboration.js';
import { checkCompleteness, checkSheetNumbers } from './completeness.js';
import { readField, readHeading } from './heading.js';
import { readIndicators } from './indicators.js';
import { readMeasures } from './measures.js';
import { readProjects } from './projects.js';
import type { ReviewSheet, ReviewSheets } from './record.js';
import { readRelatedPlans } from './related-plans.js';
import { readRows } from './rows.js';
import { readSdgs } from './sdgs.js';
import { type Part, readSections, type Section } from './sections.js';
import { readSituation } from './situation.js';
import { readSurvey } from './survey.js';
import { readVisions } from './visions.js';

/** Reads the review sheets of one chapter. */
export function parseReviewSheets(source: SourceText, findings: Findings): ReviewSheets {
  const parsing = startParsing(source, findings);
  const { preface, sections } = readSections(readRows(source.lines));
  const field = readField(parsing, preface);
  const starts = sections.flatMap(({ part }, index) => (part === 'heading' ? [index] : []));
  const ofSheets = starts.map((start, order) => sections.slice(start, starts[order + 1]));
  const sheets = ofSheets.flatMap((ofSheet) => readSheet(parsing, ofSheet) ?? []);
  checkSheetNumbers(parsing, sheets);
  for (const [index, ofSheet] of ofSheets.entries())
    checkCompleteness(parsing, ofSheet, index === ofSheets.length - 1 ? (sheets.at(-1) ?? null) : null);
  parsing.placed.report(findings);
  return { field, sheets };
}

/** Reads one sheet: a policy item (施策大項目) with all that the sheet says about it. */
function readSheet(parsing: Parsing, sections: readonly Section[]): ReviewSheet | null {
  const all = (part: Part) => sections.filter((section) => section.part === part);
  const read = <T>(part: Part, reader: (parsing: Parsing, section: Section) => T): T | null => {
    const [section] = all(part);
    return section ? reader(parsing, section) : null;
  };
  const [first, last] = [sections[0], sections.at(-1)];
  const heading = read('heading', (_, section) => readHeading(parsing, section, all('rename')[0] ?? null));
  if (!first || !last || !heading) return null;
  for (const { captions } of sections) for (const line of captions) parsing.placed.place({ first: line, last: line });
  // The voices of citizens (市民の声) are not part of the plan and of no use to it: placed and left alone.
  for (const { rows } of all('voices')) for (const { line } of rows) parsing.placed.place({ first: line, last: line });

  const indicators = read('indicators', readIndicators);
  return {
    ...heading,
    survey: read('survey', readSurvey),
    sdgs: read('sdgs', readSdgs) ?? [],
    indicators: indicators?.indicators ?? [],
    indicatorRemarks: indicators?.remarks ?? [],
    situation: readSituation(parsing, all('situation')),
    visions: read('visions', readVisions) ?? [],
    measures: read('measures', readMeasures) ?? [],
    collaboration: readCollaboration(parsing, all('collaboration')),
    relatedPlans: read('relatedPlans', readRelatedPlans) ?? [],
    projects: read('projects', readProjects) ?? [],
    lines: { first: first.lines.first, last: last.lines.last },
  };
}
