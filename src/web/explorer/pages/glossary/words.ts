import { bilingual } from '../../language/language.js';

/** The terms by their names in addresses: `/glossary#grade`. */
export const useGlossary = bilingual({
  groups: {
    reading: {
      title: ['表示の見方', 'How to read these pages'],
      coverage: {
        name: ['未読・一部・なし・不明', 'Not read, in part, none, unknown'],
        text: [
          '「未読」は、その部分の文書が読み込まれていないという意味で、「なし」ではありません。「一部」は、分かっているもの以外にもあり得ることを示します。「なし」は、文書がすべてを挙げていて、そこにないことを示します。「不明」は、文書はあるものの値が書かれていないことを示します。',
          '“Not read” says that no document of this part was read: it is not “none”. “In part” says that there may be more than is known. “None” says that a document lists all, and this is not among them. “Unknown” says that the document leaves the value out.',
        ],
      },
      nameOnly: {
        name: ['名称のみ', 'Name only'],
        text: [
          '他の文書の言及などから番号や名称だけが分かっていて、内容を述べる文書が読み込まれていないものです。',
          'Something of which only a code or name is known, because another document mentions it; none that was read says what it consists of.',
        ],
      },
      source: {
        name: ['出典', 'Source'],
        text: [
          '読み取った文書と、その行またはセルです。行番号は、公開された文書から作ったテキストのものです。セルは、取り込んだワークブックのシートのものです。',
          'The document from which something was read, and the lines or cells. Lines are those of the text that was made from the published document, cells those of the sheet of a workbook that was imported.',
        ],
      },
      derived: {
        name: ['算出・導出', 'Derived'],
        text: [
          '文書の言葉そのものではなく、他の事実から導いたつながりや値です。たとえば、施策中項目のSDGsは、その施策大項目に書かれたSDGsから導いています。',
          'Links and values that no document states as such, but that follow from other facts: the SDGs of a measure follow from those that are printed for its policy item.',
        ],
      },
      era: {
        name: ['年度・元号', 'Fiscal years and eras'],
        text: [
          '年度は4月1日から翌年3月31日までです。R5 は令和5年度で、2023年度に当たります。H30 は平成30年度で、2018年度に当たります。',
          'A fiscal year runs from 1 April to 31 March. R5 is the fifth year of Reiwa, FY2023; H30 the thirtieth of Heisei, FY2018.',
        ],
      },
    },
    plan: {
      title: ['計画', 'The plan'],
      stage: {
        name: ['計画段階：現行計画・素案・確定計画', 'Stages: current plan, draft, adopted plan'],
        text: [
          '同じ項目を、改定前の計画（現行計画）、次の計画の案（素案）、決定された計画（確定計画）のそれぞれで見ることができます。「最新（有効）」は、それぞれの項目について述べる最も新しい段階の内容です。',
          'The same thing can be looked at as the plan before has it (current), as proposed (draft) and as decided (adopted). “Latest (in force)” is what the latest stage that speaks of a thing says.',
        ],
      },
      policyField: {
        name: ['政策分野', 'Policy field'],
        text: [
          '総合振興計画の章に当たる、最も大きなまとまりです。',
          'The largest division of the comprehensive plan: a chapter.',
        ],
      },
      policyItem: {
        name: ['施策大項目', 'Policy item'],
        text: [
          '政策分野の中の節に当たり、めざす姿、成果指標、関連するSDGsをもちます（番号は 5-2 など）。',
          'A section of a policy field, such as 5-2, with visions, indicators and the SDGs that it touches.',
        ],
      },
      measure: {
        name: ['施策中項目', 'Measure'],
        text: [
          '施策大項目を構成する個々の取組です（番号は 5-2-3 など）。計画を見直すシートでは、評価に回答した部署が記されています。',
          'One of the lines of work that a policy item consists of, such as 5-2-3. Review sheets name the departments that answered for it.',
        ],
      },
      indicator: {
        name: ['成果指標・現状値・目標値', 'Indicator, baseline, target'],
        text: [
          '施策大項目の進み具合を測る数値です。現状値は計画策定時の値、目標値は計画の最終年度などに目指す値です。その後の実績が読み込まれていない場合、進み具合は現状値と目標値の比較で示します。',
          'A number that tells how far a policy item is. The baseline is its value when the plan was made, the target the value to be reached. Where later results were not read, progress compares the two.',
        ],
      },
      linkagePlan: {
        name: ['政策連携プラン', 'Linkage plan'],
        text: [
          '複数の政策分野を横断して取り組むテーマで、取組ごとに関係する施策大項目を挙げています。',
          'A theme across policy fields; each of its initiatives lists the policy items it takes part in.',
        ],
      },
      survey: {
        name: ['満足度・重要度', 'Satisfaction and importance'],
        text: [
          '市民アンケートで施策大項目ごとに集計された値です。四つの区分は、読み込まれた項目の平均より上か下かで分けています。',
          'Values of the survey of citizens for each policy item. The four quadrants divide by the means of the items that were read.',
        ],
      },
    },
    reform: {
      title: ['行政改革', 'Administrative reform'],
      reformSheet: {
        name: ['実施計画シート', 'Reform sheet'],
        text: [
          '行政改革大綱の取組を一件ずつ記したシートで、年度ごとの目標と年度末評価、計画変更の有無が記されています。',
          'One piece of work of the administrative reform, with its goals by year, its grade at the end of a year, and whether the plan for it changed.',
        ],
      },
      departmentRoles: {
        name: ['実行課・連携課・評価回答部署', 'Lead, support, owner'],
        text: [
          '実行課は実施計画シートの取組を担う課、連携課はそれに協力する課です。評価回答部署は、計画を見直すシートで施策中項目の評価に回答した部署です。',
          'The lead department is responsible for a reform sheet, supporting ones help. The owner of a measure is the department that answered for it in the review sheets.',
        ],
      },
      grade: {
        name: ['年度末評価 A・B・C', 'Grades A, B, C'],
        text: [
          '実施計画シートに記された年度末の評価です。Aが最も高く、Cが最も低い段階です。読み込まれた文書に、段階ごとの基準の定義はありません。',
          'The grade of a reform sheet at the end of a fiscal year; A is the highest, C the lowest. The documents that were read do not define what each stands for.',
        ],
      },
      course: {
        name: ['目標の動き', 'Course of goals'],
        text: [
          '年度ごとの目標値を前の年度と比べ、進む・同じ・後退に分けたものです。言葉だけの目標は比べられません。',
          'The goals of a sheet compared with those of the year before: they move on, stay, or go back. Goals in words cannot be compared.',
        ],
      },
    },
  },
});
