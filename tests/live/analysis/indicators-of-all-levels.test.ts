/** Indicators of policy items, measures and projects of one city: every analysis goes by what they measure. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { aobaCity, edited } from '../../fixtures/aoba-city.js';
import { ask } from '../../seeded/analysis/ask.js';
import { patience, seededDatabase } from '../seeded.js';
import { loadWorkbook } from './five-cities.js';

/** 見守った人 has a target and actual values only: R4 and R6, of which R6 comes first here. */
const observed = edited(aobaCity, '指標実績', {
  A7: '見守った人',
  B7: 'R6',
  C7: null,
  D7: '20',
  A8: '見守った人',
  B8: 'R4',
  C8: null,
  D8: '12',
});
const city = edited(observed, '指標', {
  B6: '整備した保育所',
  C6: '0101 保育所建設事業',
  D6: 'か所',
  F6: 'R4',
  G6: '2',
  I6: '4',
  B7: '見守った人',
  C7: '0102',
  I7: '20人',
});

let connection: Connection;
beforeAll(async () => {
  connection = await seededDatabase();
  await loadWorkbook(connection, city);
}, patience);
afterAll(() => connection?.close());

// biome-ignore lint/suspicious/noExplicitAny: the operations have many shapes
type Any = any;
const asked = (operation: string) => ask<Any>(connection, operation);
const names = ({ nodes }: Any): readonly string[] => nodes.map(({ name }: Any) => name);
const bare = (key: string) => key.replace(/^aoba:[^:]*:/, '');

const ofMeasure = 'aoba:indicator:measure:1-1-2:相談の満足度';
const ofProject = 'aoba:indicator:project:0101:整備した保育所';

test('each leads to the one thing that it measures, and back', async () => {
  const { measure, projects, item, indicators } = await asked(`{
    measure(code: "1-1-2", municipality: "aoba") { indicators { totalCount nodes { name } coverage { state } } }
    projects(municipality: "aoba", filter: { indicators: { some: {} } }) {
      nodes { code indicators { nodes { name target { text } } coverage { state } } }
    }
    item: policyItem(code: "1-1", municipality: "aoba") { indicators { nodes { name } coverage { state } } }
    indicators(municipality: "aoba", filter: { project: { code: { eq: "0101" } } }) {
      totalCount nodes { thingId policyItem { code } measure { code } project { code policyItem { code } } }
    }
  }`);
  expect([names(measure.indicators), measure.indicators.coverage.state]).toEqual([['相談の満足度'], 'COMPLETE']);
  expect(projects.nodes.map(({ code, indicators: own }: Any) => [code, names(own), own.coverage.state])).toEqual([
    ['0101', ['整備した保育所'], 'COMPLETE'],
    ['0102', ['見守った人'], 'COMPLETE'],
  ]);
  expect([names(item.indicators), item.indicators.coverage.state]).toEqual([['待機児童数'], 'COMPLETE']);
  expect(indicators).toEqual({
    totalCount: 1,
    nodes: [
      { thingId: ofProject, policyItem: null, measure: null, project: { code: '0101', policyItem: { code: '1-1' } } },
    ],
  });
});

describe('A cross table of them', () => {
  const cellsOf = async (rows: string, columns: string) => {
    const { crossTab } = await asked(`{
      crossTab(rows: ${rows}, columns: ${columns}, count: INDICATORS, municipality: "aoba") {
        cells { row column count } grandTotal coverage { state }
      }
    }`);
    expect(crossTab).toMatchObject({ grandTotal: 6, coverage: { state: 'COMPLETE' } });
    return crossTab.cells.map(({ row, column, count }: Any) => [bare(row), bare(column), count]);
  };

  test('has the field of the item, and the divisions of what each measures', async () => {
    expect(await cellsOf('POLICY_FIELD', 'DEPARTMENT')).toEqual([
      ['1', '企画課', 2],
      ['1', '子ども未来課', 5],
      ['1', '健康・福祉課', 2],
      ['2', '企画課', 1],
      ['2', '健康・福祉課', 1],
    ]);
  });

  test('counts an indicator for a division beside the measure that this answers for', async () => {
    const cells = await cellsOf('MEASURE', 'DEPARTMENT');
    expect(cells.filter(([measure]: readonly string[]) => measure?.startsWith('1-1-'))).toEqual([
      // That of a project has the division which runs it.
      ['1-1-1', '企画課', 1],
      ['1-1-1', '子ども未来課', 2],
      ['1-1-2', '子ども未来課', 3],
      ['1-1-2', '健康・福祉課', 2],
    ]);
  });

  test('has the goals of items, and of projects those that they touch themselves', async () => {
    expect(await cellsOf('POLICY_ITEM', 'SDG')).toEqual([
      ['1-1', 'sdg:3', 2],
      ['1-1', 'sdg:4', 3],
      ['1-1', 'sdg:11', 1],
      ['1-1', 'none', 1],
      ['1-2', 'sdg:4', 1],
      ['2-1', 'sdg:3', 1],
    ]);
  });
});

test('the dossier of a measure has its own indicators beside those of its item; where none were read, it has no such part', async () => {
  const { own, other } = await asked(`{
    own: dossier(id: "aoba:measure:1-1-2") { sections { key entries { label } coverage { state } } }
    other: dossier(id: "honjo:measure:5-2-3") { sections { key } }
  }`);
  const section = (name: string) => own.sections.find(({ key }: Any) => key === name);
  expect(section('ownIndicators')).toMatchObject({
    entries: [{ label: '相談の満足度' }],
    coverage: { state: 'COMPLETE' },
  });
  expect(section('indicators').entries).toEqual([{ label: '待機児童数' }]);
  expect(other.sections.map(({ key }: Any) => key)).not.toContain('ownIndicators');
});

describe('How far they are', () => {
  const figures = 'latest latestYear latestEra distance reached years yearsAssumed requiredPerYear';
  const read = 'sources { document { id } firstLine cells }';

  test('goes by the latest actual value that is a number, and by the baseline without one', async () => {
    const { progress } = await asked(`{
      progress(municipality: "aoba") {
        indicators { indicator { name } baseline target ${figures} }
        municipalities { reached notReached notComparable }
      }
    }`);
    const of = (name: string) => progress.indicators.find(({ indicator }: Any) => indicator.name === name);
    expect(of('待機児童数')).toMatchObject({
      ...{ baseline: 1234, target: -5, latest: 980, latestYear: 2023, latestEra: 'R5' },
      ...{ distance: -985, reached: false, years: 4, yearsAssumed: false, requiredPerYear: -246.25 },
    });
    expect(of('健診の受診率')).toMatchObject({ latest: 74.1, distance: 10.9, reached: false });
    expect(of('見守った人')).toMatchObject({
      baseline: null,
      latest: 20,
      latestYear: 2024,
      distance: 0,
      reached: true,
    });
    expect(of('整備した保育所')).toMatchObject({ latest: null, latestYear: null, distance: 2 });
    expect(of('図書室の利用者')).toMatchObject({ latest: null, distance: null });
    expect(progress.municipalities).toEqual([{ reached: 1, notReached: 3, notComparable: 2 }]);
  });

  test('is the same of one alone, with the sources of that value', async () => {
    const { indicator } = await asked(`{
      indicator(name: "待機児童数", municipality: "aoba") {
        progress { ${figures} ${read} }
        observations { fiscalYear ${read} }
      }
    }`);
    const observation = indicator.observations.find(({ fiscalYear }: Any) => fiscalYear === 2023);
    expect(indicator.progress).toMatchObject({ latest: 980, distance: -985 });
    expect(observation.sources).toHaveLength(1);
    expect(indicator.progress.sources).toEqual(expect.arrayContaining(observation.sources));
  });
});

test('one without a baseline is a gap of the divisions of what it measures', async () => {
  const { gaps } = await asked(`{
    gaps(kinds: [INDICATOR_WITHOUT_BASELINE], municipality: "aoba") {
      nodes { severity subject { name } departments { name } } coverage { state }
    }
  }`);
  expect(gaps).toEqual({
    nodes: [{ severity: 'HIGH', subject: { name: '見守った人' }, departments: [{ name: '子ども未来課' }] }],
    coverage: { state: 'COMPLETE' },
  });
});

test('those of one item are alike, whatever part of it they measure', async () => {
  const { likeness } = await asked(`{
    likeness(id: "${ofMeasure}", types: [INDICATOR], limit: 10) {
      matches { node { thingId } acrossDepartments reasons { aspect shared { thingId } } }
    }
  }`);
  const reasonsOf = (id: string) => {
    const found = likeness.matches.find(({ node }: Any) => node.thingId === id);
    const reasons = found?.reasons.map(({ aspect, shared }: Any) => [
      aspect,
      shared.map(({ thingId }: Any) => thingId),
    ]);
    return { across: found?.acrossDepartments, ...Object.fromEntries(reasons ?? []) };
  };
  expect(reasonsOf(ofProject)).toMatchObject({
    across: false,
    POLICY_ITEM: ['aoba:policy-item:1-1'],
    DEPARTMENT: ['aoba:department:子ども未来課'],
    SDG: ['sdg:4'],
  });
  expect(reasonsOf('aoba:indicator:K-1')).toMatchObject({ across: false, POLICY_ITEM: ['aoba:policy-item:1-1'] });
});

test('a path leads from one to its project, in words of both', async () => {
  const { paths } = await asked(`{
    paths(from: "${ofProject}", to: "aoba:project:0101", maxLength: 1) {
      paths { hops { relationship sentence sentenceEn } }
    }
  }`);
  expect(paths.paths[0].hops).toEqual([
    {
      relationship: 'INDICATES_PROJECT',
      sentence: '「整備した保育所」は「保育所建設事業」の指標です。',
      sentenceEn: expect.stringContaining(' measures '),
    },
  ]);
});
