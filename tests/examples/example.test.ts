import { parseExample } from '../../src/examples/example.js';

const header = [
  '# title-ja: 部署の一覧',
  '# title-en: Departments',
  '# about-ja: 部署を五十音順に並べます。',
  '# about-en: Lists the departments: all of them.',
  '# audience: developer',
];
const operation = 'query Departments {\n  # 総数 / how many\n  departments { totalCount }\n}\n';
const document = [...header, '', operation].join('\n');

const read = (changed: string, variables?: string) => () =>
  parseExample({ name: 'departments', document: changed, variables });

describe('an example is read from its texts', () => {
  test('the header becomes its titles, sentences and audience, what follows the operation', () => {
    expect(parseExample({ name: 'departments', document })).toEqual({
      name: 'departments',
      titleJa: '部署の一覧',
      titleEn: 'Departments',
      aboutJa: '部署を五十音順に並べます。',
      aboutEn: 'Lists the departments: all of them.',
      audience: 'developer',
      query: operation,
      variables: {},
    });
  });

  test('line ends of Windows make no difference', () => {
    expect(read(document.replaceAll('\n', '\r\n'))()).toEqual(read(document)());
  });

  test('variables are a JSON object', () => {
    expect(read(document, '{ "first": 5 }')().variables).toEqual({ first: 5 });
    expect(read(document, '[5]')).toThrow('example departments: expected variables as one JSON object, but got: "[5]"');
    expect(read(document, '{')).toThrow('variables as one JSON object');
  });

  test.each(header)('without "%s" it is refused, and the error says what stands there', (line) => {
    const key = line.slice(2, line.indexOf(':'));
    expect(read(document.replace(`${line}\n`, ''))).toThrow(`example departments: expected "# ${key}: …" in line`);
    expect(read(document.replace(line, `# ${key}: `))).toThrow(`expected "# ${key}: …"`);
  });

  test.each([
    ['an unknown audience', document.replace('developer', 'mayor'), 'expected one of analyst, dashboard, developer'],
    [
      'a header that runs into the operation',
      document.replace('\n\n', '\n'),
      'expected an empty line after the header',
    ],
    ['no operation', `${header.join('\n')}\n\n`, 'expected an operation after the header'],
    ['an empty file', '', 'expected "# title-ja: …" in line 1, but got: ""'],
  ])('%s is refused', (_, changed, message) => {
    expect(read(changed)).toThrow(message);
  });
});
