/** What a person reads in Midorino's documents, line by line, beside what the extraction makes of them. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { formatSource } from '../../src/dataset/cell.js';
import type { Cell, EdgeRow, NodeRow, Provenance } from '../../src/dataset/dataset.js';
import { type ExtractedCity, edgesOf, extractGreenCity, nodesOf } from '../fixtures/green-city.js';

let city: ExtractedCity;

beforeAll(async () => {
  city = await extractGreenCity();
});

/** A node by the part of its id behind the city. */
function node(type: string, id: string): NodeRow {
  const row = nodesOf(city.dataset, type).get(id);
  if (!row) throw new Error(`expected a ${type}, but nothing has the id ${id}`);
  return row;
}

function edge(type: string, ends: string): EdgeRow {
  const row = edgesOf(city.dataset, type).get(ends);
  if (!row) throw new Error(`expected an edge ${type}, but there is none: ${ends}`);
  return row;
}

const value = (type: string, id: string, ...columns: readonly string[]): readonly (Cell | undefined)[] =>
  columns.map((column) => node(type, id).values[column]);

/** "CURRENT DRAFT", with an exclamation mark where the fact is not effective. */
const stagesOf = ({ stages, effective }: Provenance) => `${stages.join(' ')}${effective ? '' : ' !'}`;

const sourcesOf = ({ sources }: Provenance) => sources.map(formatSource);

/** What happened to a thing: "RENAMED name: A → B (DRAFT)", with the stage that it led to. */
const changesOf = (subject: string) =>
  [...nodesOf(city.dataset, 'Change')]
    .filter(([id]) => edgesOf(city.dataset, 'CHANGES').has(`${id} → ${subject}`))
    .map(
      ([
        ,
        {
          values: { kind, field, before, after, to_stage },
        },
      ]) => {
        const figures = before || after ? `: ${before ?? ''} → ${after ?? ''}` : '';
        return `${kind}${field ? ` ${field}` : ''}${figures} (${to_stage})`;
      },
    )
    .sort();

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

  test('a goal whose number runs into its name is read, and one with Latin letters in it is known by its alias', () => {
    expect(edge('TOUCHES', 'policy-item:3-1 → sdg:11').printedAs).toBeNull();
    expect(edge('TOUCHES', 'policy-item:3-1 → sdg:17').printedAs).toBe('パートナースHIPで目標を達成しよう');
    expect(edgesOf(city.dataset, 'TOUCHES').size).toBe(8);
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
    const owners = [...edgesOf(city.dataset, 'OWNED_BY')].filter(([ends]) => ends.startsWith('measure:4-1-2 '));
    expect(owners.map(([ends, row]) => [ends, stagesOf(row)])).toEqual([
      ['measure:4-1-2 → department:市民課', 'CURRENT DRAFT'],
      ['measure:4-1-2 → department:支所総務課', 'CURRENT DRAFT'],
    ]);
  });

  test('text that differs in widths, blanks and glossary marks only is not revised by adoption', () => {
    expect(changesOf('measure:4-1-1')).toEqual(['REVISED content (DRAFT)']);
  });
});

describe('The indicators', () => {
  test('a new name that was decided to mean the same is one indicator', () => {
    const id = 'indicator:3-1:下草刈りの実施面積';
    expect(value('Indicator', id, 'name@CURRENT', 'name@DRAFT', 'definition', 'baseline_value', 'target_text')).toEqual(
      ['下草刈りの面積', '下草刈りの実施面積(年間)', '一年間に下草を刈った面積', 8.5, '12.0ha'],
    );
    expect(stagesOf(node('Indicator', id))).toBe('CURRENT DRAFT ADOPTED');
    expect(sourcesOf(node('Indicator', id))).toEqual([
      'CURRENT@review-sheets-3:29',
      'DRAFT@review-sheets-3:29',
      'ADOPTED@adopted-plan:40',
    ]);
  });

  test('a new name that was decided to mean something else replaces an indicator', () => {
    expect(stagesOf(node('Indicator', 'indicator:3-1:案内板の設置数'))).toBe('CURRENT !');
    expect(changesOf('indicator:3-1:案内板の設置数')).toEqual(['REMOVED (DRAFT)']);
    expect(changesOf('indicator:3-1:遊歩道の利用者数(年間)')).toEqual(['ADDED (DRAFT)']);
    const replaced = 'change:indicator:3-1:案内板の設置数:CURRENT-DRAFT:removed';
    expect(edgesOf(city.dataset, 'POINTS_TO').has(`${replaced} → indicator:3-1:遊歩道の利用者数(年間)`)).toBe(true);
    const row = 'indicator-proposal:3-1:3';
    expect(edgesOf(city.dataset, 'PROPOSES').has(`${row} → indicator:3-1:案内板の設置数`)).toBe(true);
    expect(edgesOf(city.dataset, 'PROPOSES').has(`${row} → indicator:3-1:遊歩道の利用者数(年間)`)).toBe(true);
  });

  test('a dash for a baseline is kept as printed and has no number', () => {
    expect(
      value(
        'Indicator',
        'indicator:3-1:遊歩道の利用者数(年間)',
        'baseline_text',
        'baseline_value',
        'direction',
        'unit',
      ),
    ).toEqual(['—', null, null, '人']);
  });

  test('figures with thousands, blanks and units are numbers', () => {
    expect(
      value(
        'Indicator',
        'indicator:4-1:ホームページの閲覧数',
        'baseline_text',
        'baseline_value',
        'target_value',
        'unit',
      ),
    ).toEqual(['1,812,400 件', 1_812_400, 2_000_000, '件']);
  });

  test('the direction follows from the figures and from an upper bound', () => {
    const directions = [
      '3-1:里山ボランティアの登録者数',
      '3-1:里山学習の参加者数',
      '3-2:外来魚の捕獲数の前年比',
      '4-1:窓口の待ち時間',
    ].map((id) => value('Indicator', `indicator:${id}`, 'direction')[0]);
    expect(directions).toEqual(['INCREASE', 'MAINTAIN', 'AT_MOST', 'DECREASE']);
  });

  test('an indicator of the present state stays although the adopted plan prints only outcomes', () => {
    expect(value('Indicator', 'indicator:3-1:山林の面積', 'roles')).toEqual([['STATUS']]);
    expect(stagesOf(node('Indicator', 'indicator:3-1:山林の面積'))).toBe('CURRENT DRAFT');
  });

  test('a target that the review corrects is a change with both figures', () => {
    expect(changesOf('indicator:3-2:川の水質基準の達成率')).toEqual(['REVISED target: 90% → 95% (DRAFT)']);
    expect(value('IndicatorProposal', 'indicator-proposal:3-2:2', 'draft_name', 'remark')).toEqual([
      null,
      '目標値を90%から95%に修正',
    ]);
  });

  test('an indicator that only the adopted plan has was added by it', () => {
    expect(changesOf('indicator:3-2:外来魚の捕獲数の前年比')).toEqual(['ADDED (ADOPTED)']);
  });
});

describe('Related plans and projects', () => {
  test('a related plan of two policy items has its new period, and its old one for the current plan', () => {
    const id = 'related-plan:みどり野市緑の基本計画';
    const columns = ['period_start_fiscal_year', 'period_end_fiscal_year', 'period_end_fiscal_year@CURRENT'];
    expect(value('RelatedPlan', id, ...columns)).toEqual([2023, 2027, 2022]);
    expect(changesOf(id)).toContain('REVISED period: 平成30~34年度 → 令和5~9年度 (DRAFT)');
    expect(['3-1', '3-2'].map((code) => stagesOf(edge('RELATES_TO', `policy-item:${code} → ${id}`)))).toEqual([
      'CURRENT DRAFT',
      'CURRENT DRAFT',
    ]);
  });

  test('a period that begins with a month belongs to its fiscal year and is open', () => {
    const columns = ['period_start_fiscal_year', 'period_end_fiscal_year'];
    expect(value('RelatedPlan', 'related-plan:みどり野市竹林活用方針', ...columns)).toEqual([2022, null]);
  });

  test('a related plan that is renamed on its row is one plan under its new name', () => {
    expect(changesOf('related-plan:みどり野市情報発信・広聴指針')).toContain(
      'RENAMED name: みどり野市情報発信指針 → みどり野市情報発信・広聴指針 (DRAFT)',
    );
  });

  test('a project that is renamed inside its text has the new name', () => {
    expect(value('Project', 'project:3-1-2', 'name', 'name@CURRENT')).toEqual(['案内板の多言語化', '案内板の設置']);
    expect(value('Project', 'project:4-1-2', 'name', 'name@CURRENT')).toEqual(['窓口・オンライン案内', '窓口案内']);
  });

  test('projects are added and deleted', () => {
    expect(stagesOf(node('Project', 'project:3-1-4'))).toBe('DRAFT');
    expect(stagesOf(node('Project', 'project:3-1-3'))).toBe('CURRENT !');
  });
});

describe('The linkage plans', () => {
  test('adoption gives a plan its subtitle', () => {
    expect(value('LinkagePlan', 'linkage-plan:2', 'name', 'subtitle')).toEqual([
      '竹の輪プラン',
      '竹でつながる未来を描く',
    ]);
    expect(changesOf('linkage-plan:2')).toEqual(['REVISED subtitle:  → 竹でつながる未来を描く (ADOPTED)']);
  });

  test('a reference that adoption adds has that stage only, and one that it drops is no longer in force', () => {
    expect(stagesOf(edge('REFERENCES', 'initiative:1-1 → policy-item:4-1'))).toBe('ADOPTED');
    expect(stagesOf(edge('REFERENCES', 'initiative:2-2 → policy-item:2-1'))).toBe('DRAFT !');
    expect(changesOf('initiative:1-1')).toEqual(['REVISED reference 4-1:  → 4-1 市民に開かれた市政 (ADOPTED)']);
  });

  test('a reference whose name wraps is one over two lines', () => {
    expect(sourcesOf(edge('REFERENCES', 'initiative:1-1 → policy-item:3-2'))).toEqual([
      'DRAFT@linkage-plans-draft:30',
      'ADOPTED@adopted-plan:199-200',
    ]);
  });

  test('a reference with a misread name follows its code and keeps what is printed', () => {
    expect(edge('REFERENCES', 'initiative:2-1 → policy-item:1-1').printedAs).toBe('地場産業の新興');
    expect(value('PolicyItem', 'policy-item:1-1', 'name')).toEqual(['地場産業の振興']);
  });

  test('an initiative that adoption renames keeps its place', () => {
    expect(value('Initiative', 'initiative:1-2', 'name', 'name@DRAFT')).toEqual([
      '川べりで憩う',
      '川べりの憩いの場づくり',
    ]);
  });

  test('the matrix marks what it marks, whatever the initiatives say', () => {
    expect([...edgesOf(city.dataset, 'MARKS').keys()]).toEqual([
      'linkage-plan:2 → policy-item:1-1',
      'linkage-plan:1 → policy-item:1-2',
      'linkage-plan:1 → policy-item:2-1',
      'linkage-plan:2 → policy-item:3-1',
      'linkage-plan:1 → policy-item:3-2',
    ]);
  });

  test('an indicator of a plan is renamed by decision, another replaced', () => {
    expect(value('Indicator', 'indicator:plan-1:川での体験学習の参加者数', 'name@DRAFT')).toEqual([
      '川の体験学習の参加者数',
    ]);
    expect(stagesOf(node('Indicator', 'indicator:plan-2:竹細工の売上額'))).toBe('DRAFT !');
    expect(value('Indicator', 'indicator:plan-2:竹材の利用量', 'definition')).toEqual([
      '市が伐った竹のうち、材料として使われた量(重さ)',
    ]);
  });
});

describe('The reform sheets', () => {
  test('two sheets of one name are two, each with its own lead', () => {
    const names = ['1-2', '1-3'].map((number) => value('ReformSheet', `reform-sheet:${number}`, 'name')[0]);
    expect(names).toEqual(['「みどり野市オンライン手続き」の活用', '「みどり野市オンライン手続き」の活用']);
    expect(edge('LED_BY', 'reform-sheet:1-2 → department:生涯学習室').effective).toBe(true);
    expect(edge('LED_BY', 'reform-sheet:1-3 → department:緑地課').effective).toBe(true);
  });

  test('two leads stand on one sheet', () => {
    const leads = [...edgesOf(city.dataset, 'LED_BY').keys()].filter((ends) => ends.startsWith('reform-sheet:2-1'));
    expect(leads).toEqual(['reform-sheet:2-1 → department:緑地課', 'reform-sheet:2-1 → department:財政課']);
  });

  test('a scope is no department, and a list that goes on says so', () => {
    expect(edge('SUPPORTED_BY_SCOPE', 'reform-sheet:1-1 → supporting-scope:全庁').effective).toBe(true);
    expect(nodesOf(city.dataset, 'Department').has('department:全庁')).toBe(false);
    expect(value('ReformSheet', 'reform-sheet:1-2', 'support_open_ended')).toEqual([true]);
    expect(nodesOf(city.dataset, 'Department').has('department:環境課など')).toBe(false);
  });

  test('a department under its former name is the department, and the name is kept on the link', () => {
    expect(edge('SUPPORTED_BY', 'reform-sheet:2-2 → department:生涯学習室').printedAs).toBe('生涯学習課');
    expect(nodesOf(city.dataset, 'Department').has('department:生涯学習課')).toBe(false);
  });

  test('a measure is cited under the name that it had in the draft', () => {
    const citation = edge('IMPLEMENTS', 'reform-sheet:1-3 → measure:3-1-2');
    expect([citation.printedAs, sourcesOf(citation)]).toEqual(['里山の手入れ', ['reform-sheets-2024:87']]);
  });

  test('the title of a chapter is cited in place of a measure, beside a measure', () => {
    expect(edge('CITES_FIELD', 'reform-sheet:2-1 → policy-field:4').printedAs).toBe('みんなの声でつくるまち');
    expect(edge('IMPLEMENTS', 'reform-sheet:2-1 → measure:3-1-4').printedAs).toBeNull();
  });

  test('a measure of a field whose plan is not at hand is known by its name only', () => {
    expect(value('Measure', 'measure:図書館の充実', 'name_only', 'code', 'number')).toEqual([true, null, null]);
    expect(edge('IMPLEMENTS', 'reform-sheet:1-2 → measure:図書館の充実').effective).toBe(true);
    expect([...edgesOf(city.dataset, 'PART_OF').keys()].some((ends) => ends.includes('図書館'))).toBe(false);
  });

  test('the mark of a changed plan has its year', () => {
    expect(value('ReformSheet', 'reform-sheet:1-1', 'plan_changed', 'plan_change_fiscal_years')).toEqual([
      true,
      [2024],
    ]);
    expect(value('ReformSheet', 'reform-sheet:1-2', 'plan_changed', 'plan_change_fiscal_years')).toEqual([false, []]);
  });

  test('goals with one number have it, goals with none or several do not', () => {
    const goal = (id: string) => value('AnnualGoal', `annual-goal:${id}`, 'value', 'unit', 'comparator');
    expect(goal('1-1:2023')).toEqual([null, null, null]);
    expect(goal('1-1:2024')).toEqual([12, '分', 'AT_MOST']);
    expect(goal('1-2:2024')).toEqual([5, '講座', 'AT_LEAST']);
    expect(goal('1-2:2025')).toEqual([null, null, null]);
    expect(goal('1-3:2025')).toEqual([30, '件', 'ABOUT']);
    expect(goal('2-1:2024')).toEqual([null, null, null]);
    expect(goal('2-2:2024')).toEqual([5, '人', null]);
  });

  test('goals stand in the years of their columns, and no year is made up', () => {
    const ids = [...nodesOf(city.dataset, 'AnnualGoal').keys()].filter((id) => id.startsWith('annual-goal:1-3:'));
    expect(ids).toEqual(['annual-goal:1-3:2024', 'annual-goal:1-3:2025']);
    expect(value('AnnualGoal', 'annual-goal:1-2:2023', 'text', 'phrases')).toEqual([
      '対象の講座の選定 / 手順の作成',
      ['対象の講座の選定', '手順の作成'],
    ]);
  });

  test('a grade belongs to the year of its column, and a blank is no grade', () => {
    expect([...nodesOf(city.dataset, 'Evaluation')].map(([id, { values }]) => [id, values.grade])).toEqual([
      ['evaluation:1-1:2023', 'B'],
      ['evaluation:1-2:2023', 'A'],
      ['evaluation:2-1:2023', 'C'],
      ['evaluation:2-2:2023', 'B'],
    ]);
  });

  test('a sheet is read in the index and on its own page', () => {
    expect(sourcesOf(node('ReformSheet', 'reform-sheet:1-3'))).toEqual([
      'reform-sheets-2024:21',
      'reform-sheets-2024:78-102',
    ]);
    expect(value('ReformSheet', 'reform-sheet:1-3', 'page', 'start_fiscal_year', 'target_fiscal_year')).toEqual([
      4, 2024, 2025,
    ]);
  });
});
