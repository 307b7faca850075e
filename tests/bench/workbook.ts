/** The workbook of an invented city with many projects (事務事業), each with what cities keep of one year by year. */
import type { FixtureBook, Value } from '../fixtures/aoba-city.js';

export interface WorkbookSize {
  readonly projects: number;
  readonly years: number;
}

const firstYear = 2020;
const fields = 8;
const itemsOfField = 5;
const measuresOfItem = 5;
const departments = 60;
const titles = ['総務費', '民生費', '衛生費', '農林水産業費', '商工費', '土木費', '消防費', '教育費'];
const grades = ['A', 'B', 'C', 'D'];
const directions = ['継続', '拡充', '改善', '縮小', '統合'];

/** A number that looks like chance and is the same at every time. */
const mixed = (number: number, below: number): number => ((number * 2_654_435_761) >>> 8) % below;

const eraYear = (year: number) => `令和${year - 2018}年度`;

/** Projects in the headings of the template: codes, names, departments, titles and goals, and below them one row a year of everything else. */
export function largeWorkbook({ projects, years }: WorkbookSize): FixtureBook {
  const department = (number: number) => `第${(number % departments) + 1}課`;
  const all = Array.from({ length: projects }, (_, index) => index + 1);
  const everyYear = Array.from({ length: years }, (_, index) => firstYear + index);
  const code = (project: number) => `J${String(project).padStart(5, '0')}`;
  const items = Array.from({ length: fields * itemsOfField }, (_, index) => {
    const field = Math.floor(index / itemsOfField) + 1;
    return { field, code: `${field}-${(index % itemsOfField) + 1}` };
  });
  const measures = items.flatMap((item) =>
    Array.from({ length: measuresOfItem }, (_, index) => ({ item: item.code, code: `${item.code}-${index + 1}` })),
  );
  const yearly = (row: (project: number, year: number) => readonly Value[]) =>
    all.flatMap((project) => everyYear.map((year) => row(project, year)));
  return {
    市区町村: {
      rows: [
        ['団体コード', '名称', '名称（英語）', 'キー', '計画名', '開始年度', '終了年度'],
        ['990043', 'ひので市', 'Hinode City', 'hinode', 'ひので市総合計画', '令和2年度', '令和11年度'],
      ],
    },
    組織: {
      rows: [['名称', '上位組織'], ...Array.from({ length: departments }, (_, index) => [department(index), null])],
    },
    分野: {
      rows: [['番号', '名称'], ...Array.from({ length: fields }, (_, index) => [index + 1, `第${index + 1}分野`])],
    },
    施策: {
      rows: [
        ['コード', '名称', '分野', 'SDGs'],
        ...items.map(({ field, code }) => [code, `施策${code}`, field, `${field}、17`]),
      ],
    },
    取組: {
      rows: [
        ['コード', '名称', '施策', '担当部署'],
        ...measures.map(({ item, code }, index) => [code, `取組${code}`, item, department(index)]),
      ],
    },
    事務事業: {
      rows: [
        ['コード', '名称', '取組', '担当部署', '款', 'SDGs'],
        ...all.map((project) => [
          code(project),
          `事務事業その${project}`,
          measures[project % measures.length]?.code ?? null,
          `${department(project)}、${department(project * 7 + 1)}`,
          titles[project % titles.length] ?? null,
          `${(project % 16) + 1}`,
        ]),
      ],
    },
    指標: {
      rows: [
        ['コード', '名称', '対象', '単位', '方向', '基準年度', '基準値', '目標年度', '目標値'],
        ...all.map((project) => [
          `K${project}`,
          `事務事業その${project}の利用者数`,
          items[project % items.length]?.code ?? null,
          '人',
          '増加',
          'R1',
          mixed(project, 900),
          '令和11年度',
          `${mixed(project, 900) + 200}人以上`,
        ]),
      ],
    },
    指標実績: {
      rows: [
        ['指標', '年度', '計画値', '実績値'],
        ...yearly((project, year) => [
          `K${project}`,
          eraYear(year),
          mixed(project + year, 990),
          mixed(project * year, 990),
        ]),
      ],
    },
    事業費: {
      rows: [
        ['事務事業', '年度', '予算額（千円）', '決算額（千円）'],
        ...yearly((project, year) => [
          code(project),
          eraYear(year),
          mixed(project + year, 90_000),
          `${mixed(project * year, 80_000).toLocaleString('en')}`,
        ]),
      ],
    },
    評価: {
      rows: [
        ['対象', '年度', '段階', '評価', '方向性', 'コメント'],
        ...yearly((project, year) => [
          code(project),
          eraYear(year),
          '一次',
          grades[mixed(project + year, grades.length)] ?? null,
          directions[mixed(project * year, directions.length)] ?? null,
          `${year}年度のふりかえり（その${project}）`,
        ]),
      ],
    },
    評価尺度: {
      rows: [
        ['段階', '評価', '意味', '順'],
        ...grades.map((grade, index) => ['一次', grade, `意味${grade}`, index + 1]),
      ],
    },
  };
}
