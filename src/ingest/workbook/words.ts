/** What people read about a workbook, in both languages. */
import { type Description, describe } from '../../model/declaration.js';
import { didYouMean } from '../dataset/suggestions.js';
import type { HeldCity } from './held-city.js';
import type { TemplateSheet } from './template.js';

const hinted = (meant: string | null, { en, ja }: Description): Description => {
  if (meant === null) return describe(en, ja);
  const hint = didYouMean(meant);
  return describe(`${en} (${hint.en})`, `${ja}。${hint.ja}`);
};

export const words = {
  noHeading: (headings: readonly string[]) =>
    describe(
      `expected a row with the headings ${headings.join(', ')}, but found none`,
      `見出しの行（${headings.join('、')}）が見つかりません`,
    ),
  repeatedHeading: (heading: string) =>
    describe(`expected the heading ${heading} once, but it is repeated`, `見出し「${heading}」が2つあります`),
  missingColumn: (heading: string, meant: string | null) =>
    hinted(
      meant,
      describe(`expected a column with the heading ${heading}, but it is missing`, `「${heading}」の列がありません`),
    ),
  missingSheet: (name: string, isMapped: boolean) =>
    describe(
      `expected the sheet ${name} with one row, but it is missing or empty${isMapped ? ', and so is municipality in the mapping file' : ''}`,
      `シート「${name}」がないか、記入がありません${isMapped ? '。対応表の municipality に書くこともできます' : ''}`,
    ),
  noLevel: (names: readonly string[]) =>
    describe(
      `expected rows in one of the sheets ${names.join(', ')} at least, but found none`,
      `${names.join('・')} のいずれかのシートに1行以上の記入が必要です`,
    ),
  oneCity: (count: number) =>
    describe(`expected one municipality, but got ${count} rows`, `市区町村は1行のはずですが、${count} 行あります`),
  empty: (heading: string, said: string | null) =>
    describe(
      `expected a value under ${heading}, but the cell is empty${said === null ? '' : ` (${said} is no value)`}`,
      `「${heading}」が空です${said === null ? '' : `（「${said}」は値として扱いません）`}`,
    ),
  noCode: (heading: string, text: string) =>
    describe(
      `expected a code in front of the name, for ${heading}, but got: ${text}`,
      `「${heading}」にする番号が名称の前に必要ですが、「${text}」です。番号を書くか、対応表で番号の列を指定してください`,
    ),
  fractionOfPercent: (value: number) =>
    describe(
      `taken as it stands, ${value}%, beside values of another size; write it with % where it is ${Number((value * 100).toPrecision(12))}%`,
      `そのまま ${value}% として取り込みますが、ほかの値と桁が違います。${Number((value * 100).toPrecision(12))}% のことであれば % を付けて書いてください`,
    ),
  none: (said: string) =>
    describe(`taken as empty: ${said} says that there is none`, `「${said}」は「なし」とし、空として取り込みます`),
  unknown: (said: string) =>
    describe(`taken as not known: ${said} is no value`, `「${said}」は値が分からないものとし、空として取り込みます`),
  yearToCome: (year: number, saved: string) =>
    describe(
      `taken as it stands, but the fiscal year ${year} begins long after the file was saved (${saved})`,
      `そのまま取り込みますが、${year}年度はファイルの保存日（${saved}）よりずっと先です`,
    ),
  farFromPlan: (year: number, first: number | null, last: number | null) =>
    describe(
      `taken as it stands, but the fiscal year ${year} lies outside of the plan (${first ?? ''} to ${last ?? ''})`,
      `そのまま取り込みますが、${year}年度は計画期間（${first ?? ''}〜${last ?? ''}年度）の外です`,
    ),
  targetBeforeBaseline: (target: number, baseline: number) =>
    describe(
      `expected a fiscal year from that of the baseline (${baseline}) on, but got: ${target}`,
      `基準年度（${baseline}年度）以降の年度が必要ですが、${target}年度です`,
    ),
  targetAcrossBaseline: describe(
    'taken as it stands, but the target lies on the other side of the baseline',
    'そのまま取り込みますが、目標値は基準値から見て逆の側にあります',
  ),
  belowZero: describe('taken as it stands, but the amount is below zero', 'そのまま取り込みますが、金額がマイナスです'),
  unitInDoubt: describe(
    'taken as yen, as neither the cell nor what stands above it says the unit; the amount beside it is about 1,000 times as much',
    '単位がセルにも見出しにもないため円として取り込みますが、隣の額の約1,000分の1です。千円であれば、セルか見出しに書いてください',
  ),
  mergedAcross: (columns: string) =>
    describe(
      `taken as empty: the value of a cell that is merged over the columns ${columns} is that of the first of them`,
      `列 ${columns} にわたる結合セルの値は左端の列のものとし、この列は空として取り込みます`,
    ),
  struckPart: (text: string) =>
    describe(`read without what is struck through: ${text}`, `取り消し線のある「${text}」を除いて取り込みます`),
  struckThrough: (text: string, others: number) =>
    describe(
      `read although it is struck through${others > 0 ? `, and so are ${others} more of the row` : ''}: ${text}; delete it where it is meant to be gone`,
      `「${text}」${others > 0 ? `など同じ行の${others + 1}個のセル` : ''}には取り消し線がありますが、取り込みます。取り消したものなら削除してください`,
    ),
  leftOutAsTotal: (sheet: string, text: string) =>
    describe(
      `left out as a total, as the sheet ${sheet} does not have: ${text}`,
      `シート「${sheet}」に「${text}」がないため、合計の行として取り込みません`,
    ),
  badKey: (text: string) =>
    describe(
      `expected a key of a-z, 0-9 and hyphens that starts with a letter, such as aoba, but got: ${text}`,
      `キーは英小文字で始まる半角の英小文字・数字・ハイフンです（aoba など）。「${text}」は使えません`,
    ),
  keyOfAnother: ({ key, code, name, folder }: HeldCity) =>
    describe(
      `expected a key of its own, but ${key} is that of ${name} (${code}) in ${folder}: choose another one, or correct the code`,
      `キー「${key}」は ${name}（団体コード ${code}、${folder}）のものです。別のキーにするか、団体コードを直してください`,
    ),
  codeOfAnother: ({ key, code, name, folder }: HeldCity) =>
    describe(
      `expected the code of this city, but ${code} is that of ${name} with the key ${key} in ${folder}: correct one of them`,
      `団体コード ${code} は ${name}（キー「${key}」、${folder}）のものです。どちらかを直してください`,
    ),
  tellsOfNothing: describe(
    'expected a code or a name of what the row tells more of, but both are empty',
    'どれについての行か分かりません。コードか名称が必要です',
  ),
  nameOfAnother: (text: string, code: string, name: string) =>
    describe(
      `expected the name of ${code}, which is ${name}, but got that of another one: ${text}`,
      `コード ${code} は「${name}」ですが、名称「${text}」は別のものです`,
    ),
  otherName: (text: string, code: string, name: string) =>
    describe(
      `taken as ${name} by its code ${code}, but it is called otherwise here: ${text}`,
      `コード ${code} により「${name}」として取り込みますが、ここでは「${text}」です`,
    ),
  otherValue: (text: string, place: string, known: string) =>
    describe(
      `not taken, as ${place} says otherwise (${known}): ${text}`,
      `「${text}」は取り込みません。${place} では「${known}」です`,
    ),
  repeated: (what: string, place: string) =>
    describe(`expected ${what} once, but it stands at ${place} too`, `${what} は ${place} にもあります`),
  noSuch: (sheet: string, text: string, meant: string | null) =>
    hinted(
      meant,
      describe(
        `expected a code or name of the sheet ${sheet}, but got: ${text}`,
        `シート「${sheet}」に「${text}」がありません`,
      ),
    ),
  noDepartmentName: (sheet: string, text: string) =>
    describe(
      `expected names of departments, separated by 、 or line breaks, without remarks, but got: ${text}; if it is a name, list it in the sheet ${sheet}`,
      `「${text}」は部署の名称として読めません。部署は「、」か改行で区切り、1つずつ記入してください（括弧・矢印・「ほか」などは使えません）。これが名称であれば、シート「${sheet}」に挙げてください`,
    ),
  departmentOfSeveral: (name: string, candidates: readonly string[]) =>
    describe(
      `expected one department, but several are called ${name}: write ${candidates.join(' or ')}`,
      `「${name}」は複数あります。${candidates.map((each) => `「${each}」`).join('か')}と記入してください`,
    ),
  likeAnother: (name: string, meant: string) =>
    hinted(
      meant,
      describe(
        `${name} is written less often than a name that is like it`,
        `「${name}」は、よく似た名称より少なく書かれています`,
      ),
    ),
  notOnScale: (sheet: string, step: string | null, mark: string, meant: string | null) =>
    hinted(
      meant,
      describe(
        `expected a grade of the sheet ${sheet}${step === null ? '' : ` for the step ${step}`}, but got: ${mark}`,
        `シート「${sheet}」${step === null ? '' : `の段階「${step}」`}に評価「${mark}」がありません`,
      ),
    ),
  noScaleOfStep: (sheet: string, step: string, meant: string | null) =>
    hinted(
      meant,
      describe(
        `expected a step of the sheet ${sheet}, but got: ${step}`,
        `シート「${sheet}」に段階「${step}」がありません`,
      ),
    ),
  predecessorGoesOn: (name: string, until: string | null, from: string) =>
    describe(
      until === null
        ? `${name} has no last day, though this department took its place on ${from}`
        : `${name} exists until ${until}, though this department took its place on ${from}`,
      until === null
        ? `前身「${name}」に終了日がありません（この部署の開始日は ${from}）`
        : `前身「${name}」の終了日 ${until} が、この部署の開始日 ${from} 以後です`,
    ),
  otherDirection: (text: string) =>
    describe(
      `kept as text: ${text} is none of the directions that are told apart`,
      `「${text}」は区分のない方向性のため、文字列として取り込みます`,
    ),
  inSeveralSheets: (sheets: string, text: string) =>
    describe(
      `expected one thing, but the sheets ${sheets} each have: ${text}; write its code and name`,
      `「${text}」はシート ${sheets} のそれぞれにあります。コードと名称を続けて記入してください`,
    ),
  takenOfSeveral: (sheets: string, sheet: string, text: string) =>
    describe(
      `the sheets ${sheets} each have ${text}: taken as that of ${sheet}; for another one write its code and name`,
      `「${text}」はシート ${sheets} のそれぞれにあるため、${sheet}のものとしました。ほかの場合は、コードと名称を続けて記入してください`,
    ),
  namesSeveral: (sheet: string, text: string, count: number) =>
    describe(
      `expected a code, as ${count} rows of the sheet ${sheet} have the name: ${text}`,
      `シート「${sheet}」に「${text}」という名称の行が ${count} 行あります。コードで記入してください`,
    ),
  namesSeveralIndicators: (sheet: string, text: string, count: number) =>
    describe(
      `expected a code, or what is measured in front of the name (0101 ${text}), as ${count} rows of the sheet ${sheet} have the name: ${text}`,
      `シート「${sheet}」に「${text}」という名称の行が ${count} 行あります。コードで、または「0101 ${text}」のように対象に続けて記入してください`,
    ),
  oneSubject: (names: readonly string[]) =>
    describe(
      `expected one policy item, measure or project, but got ${names.length}: ${names.join(', ')}; give each a row of its own`,
      `対象は施策・取組・事務事業の1つですが、${names.length} 個あります（${names.join('、')}）。1つずつ別の行に記入してください`,
    ),
  unreadGoalWords: (unread: readonly string[]) =>
    describe(
      `the numbers are taken, and not what stands behind them: ${unread.join(', ')}`,
      `番号だけを取り込み、「${unread.join('」「')}」は取り込みません`,
    ),
  unreadFigure: describe(
    'kept as text: it does not hold exactly one number',
    '数値が1つに定まらないため、文字列として取り込みます',
  ),
  noFigure: (text: string) =>
    describe(`kept as text: ${text} is no figure`, `「${text}」は数値ではないため、文字列として取り込みます`),
  readAs: (text: string, value: number | null) =>
    describe(`taken as ${value}: ${text}`, `「${text}」を ${value} として取り込みます`),
  otherUnit: (unit: string, column: string) =>
    describe(
      `the unit in the cell, ${unit}, is taken, not that of the column, ${column}`,
      `セルの単位「${unit}」を使い、単位の欄の「${column}」は使いません`,
    ),
  otherPolicyItem: (measure: string, policyItem: string) =>
    describe(
      `expected the policy item of the measure ${measure}, ${policyItem}: correct one of them, or leave the policy item empty`,
      `取組 ${measure} の施策は ${policyItem} です。どちらかを直すか、「施策」を空にしてください`,
    ),
  outsideOfPlan: describe(
    'no measure and no policy item is given: the project stands outside of the plan',
    '取組も施策も記入がないため、計画の外の事務事業として取り込みます',
  ),
  noLegalTitle: (text: string) =>
    describe(
      `${text} is none of the fourteen titles (款) of the law, so the project is taken without one`,
      `「${text}」は法令の14の款にないため、款なしで取り込みます`,
    ),
  inventedField: (name: string) =>
    describe(
      `no field is given: the policy items stand under one field, "${name}"`,
      `分野の記入がないため、すべての施策を1つの分野「${name}」の下に置きます`,
    ),
  fieldFromName: (name: string) =>
    describe(
      `the field ${name} is made from its name, as the sheet 分野 is empty`,
      `シート「分野」が空のため、名称から分野「${name}」を作ります`,
    ),
  twoFields: (text: string, ofNumber: string, ofName: string) =>
    describe(
      `expected one field, but the number of ${text} is that of ${ofNumber}, and the name that of ${ofName}`,
      `「${text}」の番号は「${ofNumber}」、名称は「${ofName}」のものです。どちらかを直してください`,
    ),
  madeOfNames: (sheet: string) =>
    describe(
      `made of what is written here, as the sheet ${sheet} is empty`,
      `シート「${sheet}」に記入がないため、ここに書かれた名称や番号から作ります`,
    ),
  fieldNotKnown: (sheet: string) =>
    describe(
      `expected a field of this policy item: fill in the sheet ${sheet} with its field`,
      `この施策の分野が分かりません。シート「${sheet}」に分野とともに記入してください`,
    ),
  allWithField: describe(
    'expected a field, as other policy items have one, but the cell is empty',
    '他の施策には分野がありますが、この施策の「分野」が空です',
  ),
  noPolicyItem: describe(
    'expected the policy item that it is part of, but the cell is empty',
    '「施策」が空です。どの施策の取組かを記入してください',
  ),
  endBeforeStart: describe('expected an end after the start', '終了年度が開始年度より前です'),

  // Files that are no workbook.
  notAWorkbook: describe(
    'expected an Excel workbook (.xlsx), but got something else: save it as .xlsx',
    'Excel ブック（.xlsx）として読めません。.xlsx の形式で保存してください',
  ),
  oldOrLocked: describe(
    'expected an Excel workbook (.xlsx) without a password, but got an old workbook (.xls) or a protected one: save it as .xlsx without a password',
    '古い形式（.xls）か、パスワードで保護されたブックです。パスワードを外し、.xlsx の形式で保存してください',
  ),
  damaged: (reason: string) =>
    describe(
      `the workbook cannot be read (${reason}): open it, save it again and retry`,
      `ブックが読めません（${reason}）。開いて保存し直してから再実行してください`,
    ),
  tooManyRows: (limit: number) =>
    describe(
      `a sheet has more than ${limit} rows, be they empty but formatted: delete the rows below the last one that is filled`,
      `${limit} 行を超えるシートがあります（空でも書式のある行を含む）。記入した最後の行より下の行を削除してください`,
    ),
  tooManyColumns: (sheet: string, limit: number) =>
    describe(
      `the sheet ${sheet} has something in more than ${limit} columns`,
      `シート「${sheet}」には ${limit} 列を超える記入があります`,
    ),
  tooLarge: (limit: string) =>
    describe(
      `the workbook is too large (more than ${limit}): leave pictures and sheets out that are not to be imported`,
      `ブックが大きすぎます（上限 ${limit}）。取り込まないシートや画像を除いてください`,
    ),
} as const;

/** The lines of the sheet that explains the template, in three columns: Japanese, English beside it, below that each sheet. */
export function guideLines(sheets: readonly TemplateSheet[]): readonly (readonly string[])[] {
  return [
    [
      '使い方',
      '自治体の計画をこのブックに記入し、npm run import -- ファイル名 で取り込みます。',
      'Fill in the plan of your city, then run: npm run import -- FILE.xlsx',
    ],
    [
      '必須',
      '「市区町村」の1行と、分野・施策・取組のいずれか1行以上があれば取り込めます。ほかは空のままで構いません。',
      'One row of 市区町村 and one row of 分野, 施策 or 取組 are enough. Everything else may stay empty.',
    ],
    [
      '空のシートと列',
      '記入のあるシートは、その種類のすべてを挙げたものとして扱います。空のシートと、どの行にも記入のない列は「未読」です（「なし」ではありません）。',
      'A sheet that is filled in counts as listing all of its kind. An empty sheet, and a column that no row fills in, count as not read, which is not none.',
    ],
    [
      '見出し',
      '見出しの名前は変えないでください。列の順番は自由で、上に表題の行があっても構いません。',
      'Keep the headings as they are. Columns may be in any order, and titles may stand above them.',
    ],
    [
      '例の行',
      '「例：」で始まる2行目は取り込まれません。残しても消しても構いません。',
      'The second row, which starts with 例：, is not imported. Keep it or delete it.',
    ],
    [
      'コード',
      '1-1 のような番号は、日付に変わらないよう文字列の書式にしてあります。',
      'Cells are formatted as text, so that codes such as 1-1 do not become dates.',
    ],
    [
      '年度',
      '令和5年度、R5、2023年度、2023 のいずれでも構いません。',
      'Fiscal years may be written as 令和5年度, R5, 2023年度 or 2023.',
    ],
    [
      '数値',
      '1,234、△5、85%以上、12人 のように書いたままで構いません。',
      'Figures may be written as they are printed: 1,234, △5, 85%以上, 12人.',
    ],
    [
      '複数の値',
      '1つのセルに複数書くときは、改行か「、」で区切ります。',
      'Separate several values in one cell by line breaks or 、.',
    ],
    [
      '確認',
      'npm run import -- ファイル名 --check は、何も書き込まずに誤りの場所（施策!F12 など）を示します。',
      'npm run import -- FILE.xlsx --check writes nothing, and names the cells of all mistakes (施策!F12).',
    ],
    ['', '', ''],
    ...sheets.flatMap((sheet) => [
      [`シート「${sheet.name}」`, sheet.description.ja, sheet.description.en],
      ...Object.values(sheet.columns).map((column) => [
        `　${column.heading}${column.required ? ' *' : ''}`,
        column.note.ja,
        column.note.en,
      ]),
    ]),
  ];
}
