/** What a person reads in Midorino's documents, line by line, beside what the extraction makes of them. */
import { describe, expect, test } from '@jest/globals';
import { changesOf, edge, links, node, sourcesOf, stagesOf, value } from './facts.js';

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
    expect(links('POINTS_TO').has(`${replaced} → indicator:3-1:遊歩道の利用者数(年間)`)).toBe(true);
    const row = 'indicator-proposal:3-1:3';
    expect(links('PROPOSES').has(`${row} → indicator:3-1:案内板の設置数`)).toBe(true);
    expect(links('PROPOSES').has(`${row} → indicator:3-1:遊歩道の利用者数(年間)`)).toBe(true);
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
    expect(changesOf(id)).toContain('REVISED period: 平成30～34年度 → 令和5～9年度 (DRAFT)');
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
