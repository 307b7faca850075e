/** What a person reads in Midorino's documents, line by line, beside what the extraction makes of them. */
import { describe, expect, test } from '@jest/globals';
import { changesOf, edge, links, node, sourcesOf, stagesOf, value } from './facts.js';

describe('The policy items', () => {
  test('a policy item that the review renames keeps its old name for the current plan', () => {
    expect(value('PolicyItem', 'policy-item:3-2', 'name', 'name@CURRENT', 'name@DRAFT', 'aliases')).toEqual([
      '水辺の生きものとの共生',
      '水辺の生きものの保護',
      undefined,
      ['水辺の生きものの保護'],
    ]);
    expect(changesOf('policy-item:3-2')).toContain(
      'RENAMED name: 水辺の生きものの保護 → 水辺の生きものとの共生 (DRAFT)',
    );
  });

  test('a policy item whose sheet is not at hand is known from the matrix and the references', () => {
    expect(value('PolicyItem', 'policy-item:2-1', 'name', 'code')).toEqual(['身近な公園の整備', '2-1']);
    expect(stagesOf(node('PolicyItem', 'policy-item:2-1'))).toBe('DRAFT ADOPTED');
  });

  test('the satisfaction printed under its caption and the one printed beside it are both read', () => {
    expect(value('PolicyItem', 'policy-item:3-1', 'satisfaction', 'satisfaction_question')).toEqual([
      27.4,
      '里山が大切に守られ、身近な場所として使われている',
    ]);
    expect(value('PolicyItem', 'policy-item:3-2', 'satisfaction')).toEqual([19.8]);
  });

  test('collaboration is in all stages, in none, or in the current plan only', () => {
    const stages = ['3-1', '3-2', '4-1'].map(
      (code) => value('PolicyItem', `policy-item:${code}`, 'collaboration_stages')[0],
    );
    expect(stages).toEqual([['CURRENT', 'DRAFT', 'ADOPTED'], [], ['CURRENT']]);
    expect(changesOf('policy-item:4-1')).toContain('REMOVED collaboration (DRAFT)');
  });

  test('a field takes its vision from the title of its chapter, without the line break in it', () => {
    expect(value('PolicyField', 'policy-field:3', 'name', 'vision')).toEqual([
      '里山水辺',
      '里山と水辺をみんなで守り楽しむまち',
    ]);
  });

  test('a survey has three years, and its ranks belong to the last', () => {
    expect(value('SurveyResult', 'survey-result:3-2:2012', 'satisfaction', 'importance', 'satisfaction_rank')).toEqual([
      -0.2,
      0.8,
      null,
    ]);
    expect(
      value(
        'SurveyResult',
        'survey-result:3-2:2021',
        'satisfaction',
        'satisfaction_rank',
        'importance_rank',
        'rank_of',
      ),
    ).toEqual([0.11, 12, 17, 24]);
    expect(sourcesOf(node('SurveyResult', 'survey-result:3-2:2021'))).toEqual(['review-sheets-3:91-94']);
  });

  test('a goal of the draft stays in force although the adopted plan shows none', () => {
    const link = edge('TOUCHES', 'policy-item:3-1 → sdg:15');
    expect([stagesOf(link), sourcesOf(link)]).toEqual(['DRAFT', ['DRAFT@review-sheets-3:25']]);
  });

  test('a goal whose number runs into its name is read, and a slip of the text export is none of its names', () => {
    expect(edge('TOUCHES', 'policy-item:3-1 → sdg:11').printedAs).toBeNull();
    expect(edge('TOUCHES', 'policy-item:3-1 → sdg:17').printedAs).toBeNull();
    expect(links('TOUCHES').size).toBe(8);
  });

  test('a vision that adoption words otherwise is revised twice over', () => {
    expect(stagesOf(node('Vision', 'vision:3-1-3'))).toBe('DRAFT ADOPTED');
    expect(changesOf('policy-item:3-1')).toEqual([
      'ADDED vision 3 (DRAFT)',
      'REVISED collaboration (DRAFT)',
      'REVISED situation (DRAFT)',
      'REVISED vision 2 (DRAFT)',
      'REVISED vision 3 (ADOPTED)',
      'UNCHANGED name (DRAFT)',
      'UNCHANGED vision 1 (DRAFT)',
    ]);
  });
});

describe('The measures', () => {
  test('two measures that changed places have the code of their stage', () => {
    expect(value('Measure', 'measure:3-1-1', 'name', 'code', 'code@CURRENT', 'code@DRAFT')).toEqual([
      '遊歩道の整備',
      '3-1-1',
      '3-1-2',
      undefined,
    ]);
    expect(changesOf('measure:3-1-1')).toEqual(['REORDERED number: 2 → 1 (DRAFT)', 'REVISED content (DRAFT)']);
  });

  test('a name that was extended at adoption is the same measure', () => {
    expect(value('Measure', 'measure:3-1-2', 'name', 'name@CURRENT', 'name@DRAFT')).toEqual([
      '里山の手入れと見守り',
      '里山の手入れ',
      '里山の手入れ',
    ]);
    expect(sourcesOf(node('Measure', 'measure:3-1-2'))).toEqual([
      'CURRENT@review-sheets-3:54-55',
      'DRAFT@review-sheets-3:54-55',
      'DRAFT@review-sheets-3:59-61',
      'ADOPTED@adopted-plan:63-65',
    ]);
    expect(changesOf('measure:3-1-2')).toContain('RENAMED name: 里山の手入れ → 里山の手入れと見守り (ADOPTED)');
  });

  test('a measure that the draft deletes is in the current plan only and points to where it went', () => {
    expect(stagesOf(node('Measure', 'measure:3-1-3:current'))).toBe('CURRENT !');
    expect(value('Measure', 'measure:3-1-3:current', 'name', 'code')).toEqual(['植樹祭の開催', '3-1-3']);
    const change = 'change:measure:3-1-3:current:CURRENT-DRAFT:removed';
    expect(edge('POINTS_TO', `${change} → policy-item:3-2`).sources).toMatchObject([
      { document: 'review-sheets-3', firstLine: 67, lastLine: 68 },
    ]);
    expect(stagesOf(edge('PART_OF', 'measure:3-1-3:current → policy-item:3-1'))).toBe('CURRENT !');
  });

  test('a measure under the code of a deleted one is another, with its own former name', () => {
    expect(value('Measure', 'measure:3-1-3', 'name', 'name@CURRENT', 'code@CURRENT')).toEqual([
      '里山学習の推進',
      '里山学習',
      '3-1-4',
    ]);
  });

  test('a measure that the draft adds has no current stage', () => {
    expect(stagesOf(node('Measure', 'measure:3-1-4'))).toBe('DRAFT ADOPTED');
    expect(sourcesOf(node('Measure', 'measure:3-1-4'))).toEqual([
      'DRAFT@review-sheets-3:72',
      'ADOPTED@adopted-plan:75-77',
    ]);
    expect(changesOf('measure:3-1-4')).toEqual(['ADDED (DRAFT)']);
  });

  test('departments that the draft restates are those in force', () => {
    expect(stagesOf(edge('OWNED_BY', 'measure:3-1-3 → department:学校教育課'))).toBe('CURRENT DRAFT');
    expect(stagesOf(edge('OWNED_BY', 'measure:3-1-3 → department:生涯学習室'))).toBe('DRAFT');
    expect(changesOf('measure:3-1-3')).toContain('REVISED departments: 学校教育課 → 学校教育課、生涯学習室 (DRAFT)');
  });

  test('departments that nobody restates hold for the draft as well', () => {
    const owners = [...links('OWNED_BY')].filter(([ends]) => ends.startsWith('measure:4-1-2 '));
    expect(owners.map(([ends, row]) => [ends, stagesOf(row)])).toEqual([
      ['measure:4-1-2 → department:市民課', 'CURRENT DRAFT'],
      ['measure:4-1-2 → department:支所総務課', 'CURRENT DRAFT'],
    ]);
  });

  test('text that differs in widths, blanks and glossary marks only is not revised by adoption', () => {
    expect(changesOf('measure:4-1-1')).toEqual(['REVISED content (DRAFT)']);
  });
});
