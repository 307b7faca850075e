import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of the overview. */
export const useOverviewWords = bilingual({
  title: (place: string) => [`${place}の政策グラフ`, `Policy graph of ${place}`],
  introduction: {
    what: (place: string, documents: number, date: string) => [
      `${place}が公表した${documents}件の文書を${date}に読み込みました。`,
      `${counted(documents, 'published document')} of ${place} ${documents === 1 ? 'was' : 'were'} read on ${date}.`,
    ],
    covered: (listed: number, all: number) => [
      `施策大項目${all}件のうち、本文まで読み込んだのは${listed}件です。残りは名称や他の文書での言及だけが分かっており、「なし」ではなく「未読」と表示します。`,
      `Of ${counted(all, 'policy item')} the text of ${listed} was read. Of the others only names and mentions are known: they are marked as not read, which is not “none”.`,
    ],
    howToRead: ['用語と見方', 'Terms and how to read'],
    documents: (count: number) => [`読み込んだ文書（${count}件）`, `Documents that were read (${count})`],
    nothingLoaded: (place: string) => [
      `${place}の文書は、まだ読み込まれていません。`,
      `No documents of ${place} were loaded yet.`,
    ],
  },
  findings: {
    title: ['文書から分かること', 'What the documents tell'],
    more: ['詳しく見る', 'See all of it'],
    moreOf: (sentence: string) => [`詳しく見る：${sentence}`, `See all of it: ${sentence}`],
    survey: (year: number, count: number, names: readonly string[]) => [
      names.length === 0
        ? `${year}年の市民アンケートで読み込まれた${count}項目に、重要度が高く満足度が低いものはありません`
        : `${year}年の市民アンケートで、重要度が高いのに満足度が低いのは${count}項目中${names.length}項目：${names.slice(0, 2).join('、')}${names.length > 2 ? 'など' : ''}`,
      names.length === 0
        ? `In the survey of ${year} none of the items that were read (${count}) is important and unsatisfying`
        : `In the survey of ${year}, ${names.length} of ${counted(count, 'item')} ${names.length === 1 ? 'is' : 'are'} important but unsatisfying: ${names.slice(0, 2).join('; ')}${names.length > 2 ? ' and others' : ''}`,
    ],
    items: (count: number) => [`${count} 項目`, `${count}`],
    grades: (count: number, grade: string, sheets: number) => [
      `年度末評価のある${count}の実施計画シートのうち、${sheets}シートが${grade}`,
      `Of ${counted(count, 'graded reform sheet')}, ${sheets} ${sheets === 1 ? 'has' : 'have'} ${grade.replace(/^G/, 'g')}`,
    ],
    sheets: (count: number) => [`${count} シート`, counted(count, 'sheet')],
    collaboration: (departments: number, pairs: number, first: string, degree: number) => [
      `施策やシートをともにする${departments}課（${pairs}組）のうち、最も多い${degree}課と関わるのは${first}`,
      `Of ${counted(departments, 'department')} that share work (${counted(pairs, 'pair')}), ${first} works with most others: ${degree}`,
    ],
    partners: (count: number) => [`${count} 課`, `${count}`],
    changes: (subjects: number, changes: number) => [
      `現行計画・素案・確定計画の間で、${subjects}の項目に${changes}件の変更`,
      `Between the current plan, the draft and the adopted plan ${counted(subjects, 'thing')} changed, in ${counted(changes, 'way')}`,
    ],
    sdgs: (name: string, count: number) => [
      `文書が施策大項目に挙げるSDGsで最も多いのは「${name}」（${count}項目）`,
      `The SDG that the documents name for most policy items is ${name} (${count})`,
    ],
    changeCount: (count: number) => [`${count} 件`, `${count}`],
  },
  ways: {
    title: ['どこから見るか', 'Where to begin'],
    reader: {
      title: ['市の取組を知りたい方', 'To know what the city does'],
      text: [
        '目標までの距離、市民アンケート、計画で変わった点を図で確認できます。',
        'Figures of how far targets are, what citizens say, and what the plan changed.',
      ],
    },
    analyst: {
      title: ['部署や計画を横断して調べる方', 'To ask across departments and plans'],
      text: [
        '条件で絞った一覧、不足・未連携、部署のつながり、二つの項目を結ぶ経路を、出典の行とともに表やファイルで取り出せます。',
        'Lists by any conditions, gaps, who works with whom and paths between two things, each with its lines, as tables and files.',
      ],
    },
    developer: {
      title: ['データを使ってアプリや資料を作る方', 'To build on the data'],
      text: [
        'GraphQL の例を試し、クエリをそのまま持ち帰れます。すべての画面は、同じ公開 API から作られています。',
        'Try examples of GraphQL and take queries along. All of these pages are made from the same public API.',
      ],
      file: ['スキーマ（SDL）', 'Schema (SDL)'],
    },
  },
  partial: ['一部', 'in part'],
  keyNumbers: ['読み込み済みの件数', 'What is loaded'],
  planMap: ['計画の構成', 'The plan'],
  planMapHint: [
    '分野から施策大項目、施策中項目へたどれます。線の色は関連するSDGsです。',
    'From fields to policy items to measures. Lines have the colours of the SDGs that are touched.',
  ],
  items: (count: number) => [`施策大項目 ${count} 件`, `Policy items: ${count}`],
  measures: (count: number) => [`施策中項目 ${count} 件`, `Measures: ${count}`],
  nameOnlyItem: ['名称のみ', 'name only'],
  nameOnlyHint: [
    '「名称のみ」の施策大項目は、章の本文が読み込まれていないため、番号と名称だけが分かっています。',
    'Of policy items marked “name only” the chapter was not read: their codes and names are all that is known.',
  ],
  nameOnlyMeasures: (count: number) => [`シートが引用する名称 ${count} 件`, `Names cited by sheets: ${count}`],
  heatMap: ['SDGs × 部署（施策中項目の数）', 'SDGs by department (number of measures)'],
  heatMapHint: [
    '数字を選ぶと、該当する施策中項目の一覧が開き、実施計画シートの評価と計画の変更点を確認できます。',
    'A number opens the measures it counted, with the grades of their reform sheets and what the plan changed.',
  ],
  heatMapEmpty: [
    'この計画段階について読み込んだ文書からは、SDGsと部署がともに分かる施策中項目がありません。計画段階を「最新（有効）」または「素案」に切り替えてください。',
    'What was read of this stage tells no measure with both its SDGs and its departments: choose “Latest (in force)” or the draft.',
  ],
  goalsWithout: (numbers: string) => [
    `列のない目標（${numbers}）に関わる施策中項目は、読み込んだ範囲にはありません。`,
    `Goals without a column (${numbers}) are touched by no measure in what was read.`,
  ],
  department: ['部署', 'Department'],
  grades: ['改革分野ごとの評価（実施計画シートの数）', 'Grades by reform field (number of reform sheets)'],
  grade: (key: string) => [key === 'none' ? '評価なし' : `評価${key}`, key === 'none' ? 'Not graded' : `Grade ${key}`],
  sheets: (count: number) => [`${count} 件`, `${count}`],
  gaps: ['不足・未連携', 'Gaps'],
  gapKind: ['種類', 'Kind'],
  gapCount: ['件数', 'Count'],
  bySeverity: ['重要度', 'Severity'],
  severity: {
    HIGH: ['高', 'high'],
    MEDIUM: ['中', 'medium'],
    LOW: ['低', 'low'],
  },
  open: (text: string, count: number) => [`${text}：${count} 件を開く`, `${text}: open ${count}`],
});
