/** What a person reads in Midorino's documents, line by line, beside what the extraction makes of them. */
import { describe, expect, test } from '@jest/globals';
import { all, changesOf, edge, links, node, sourcesOf, stagesOf, value } from './facts.js';

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
    expect([...links('MARKS').keys()]).toEqual([
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
      '市が伐った竹のうち、材料として使われた量（重さ）',
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
    const leads = [...links('LED_BY').keys()].filter((ends) => ends.startsWith('reform-sheet:2-1'));
    expect(leads).toEqual(['reform-sheet:2-1 → department:緑地課', 'reform-sheet:2-1 → department:財政課']);
  });

  test('a scope is no department, and a list that goes on says so', () => {
    expect(edge('SUPPORTED_BY_SCOPE', 'reform-sheet:1-1 → supporting-scope:全庁').effective).toBe(true);
    expect(all('Department').has('department:全庁')).toBe(false);
    expect(value('ReformSheet', 'reform-sheet:1-2', 'support_open_ended')).toEqual([true]);
    expect(all('Department').has('department:環境課など')).toBe(false);
  });

  test('a department under its former name is the department, and the name is kept on the link', () => {
    expect(edge('SUPPORTED_BY', 'reform-sheet:2-2 → department:生涯学習室').printedAs).toBe('生涯学習課');
    expect(all('Department').has('department:生涯学習課')).toBe(false);
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
    expect([...links('PART_OF').keys()].some((ends) => ends.includes('図書館'))).toBe(false);
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
    const ids = [...all('AnnualGoal').keys()].filter((id) => id.startsWith('annual-goal:1-3:'));
    expect(ids).toEqual(['annual-goal:1-3:2024', 'annual-goal:1-3:2025']);
    expect(value('AnnualGoal', 'annual-goal:1-2:2023', 'text', 'phrases')).toEqual([
      '対象の講座の選定 / 手順の作成',
      ['対象の講座の選定', '手順の作成'],
    ]);
  });

  test('a grade belongs to the year of its column, and a blank is no grade', () => {
    expect([...all('Evaluation')].map(([id, { values }]) => [id, values.grade])).toEqual([
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
