import { divide, linesOf, type SourceText } from '../document.js';
import type { FindingList } from '../finding.js';
import { type DocumentFormat, hasCell, hasLine, matchLine } from '../format.js';
import { Parsing } from '../parsing.js';
import { readField, readHeading, readSdgs, readSurvey } from './heading.js';
import { readIndicators } from './indicators.js';
import { readMeasures } from './measures.js';
import { readProjects } from './projects.js';
import type { ReviewSheet, ReviewSheets } from './record.js';
import { readRelatedPlans } from './related-plans.js';
import { remarks } from './remarks.js';
import { readRows } from './rows.js';
import { checkCompleteness, type Part, readSections, type Section } from './sections.js';
import { readCollaboration, readSituation, readVisions } from './texts.js';

/** Review sheets (総合振興計画の見直しシート) of one chapter, which a heading "5. …分野" names. */
export const reviewSheets: DocumentFormat<ReviewSheets> = {
  kind: 'review-sheets',
  title: 'review sheets',
  recognise: (lines) => {
    const chapter = matchLine(lines, /^(\d{1,2})\.?\s*\S{1,12}分野$/)?.[1];
    const isSheet = hasLine(lines, /^施策大項目\s+\d/) && hasCell(lines, /(?:^|\s)大項目名の変更必要性(?:\s|$)/);
    return chapter && isSheet ? `review-sheets-${Number(chapter)}` : null;
  },
  parse: parseReviewSheets,
};

/** Reads the review sheets of one chapter. */
export function parseReviewSheets(source: SourceText, findings: FindingList): ReviewSheets {
  const parsing = new Parsing(source, findings);
  const { preface, sections } = readSections(readRows(source.lines));
  const field = readField(parsing, preface);
  const { parts: ofSheets } = divide(sections, ({ part }) => part === 'heading');
  const sheets = ofSheets.flatMap((ofSheet) => readSheet(parsing, ofSheet) ?? []);
  checkSheetNumbers(parsing, sheets);
  for (const [index, ofSheet] of ofSheets.entries())
    checkCompleteness(parsing, ofSheet, index === ofSheets.length - 1 ? (sheets.at(-1) ?? null) : null);
  parsing.reportUnread();
  return { field, sheets };
}

/** Reads one sheet: a policy item (施策大項目) with all that the sheet says about it. */
function readSheet(parsing: Parsing, sections: readonly Section[]): ReviewSheet | null {
  const all = (part: Part) => sections.filter((section) => section.part === part);
  const read = <T>(part: Part, reader: (parsing: Parsing, section: Section) => T): T | null => {
    const [section] = all(part);
    return section ? reader(parsing, section) : null;
  };
  const heading = read('heading', (_, section) => readHeading(parsing, section, all('rename')[0]));
  if (!heading) return null;
  for (const { captions } of sections) parsing.consume(...captions);
  // The voices of citizens (市民の声) are not part of the plan and of no use to it.
  for (const { rows } of all('voices')) parsing.consume(...rows);

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
    lines: linesOf(sections),
  };
}

/** Sheets are numbered from 1 without a gap; a document without any sheet is cut off. */
function checkSheetNumbers(parsing: Parsing, sheets: readonly ReviewSheet[]): void {
  const numbers = sheets.map(({ number }) => number).join(' ');
  const runOn = sheets.map((_, index) => index + 1).join(' ');
  if (sheets.length === 0 || numbers !== runOn)
    parsing.remark(remarks.sheetsMissing, null, runOn || 'sheets from 1', numbers || 'none');
}
