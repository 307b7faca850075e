import fc from 'fast-check';
import { highlight } from '../../../src/analysis/search/highlight.js';
import { linesAt, matchOf, type ViewedLine } from '../../../src/analysis/search/matching.js';
import { luceneOf, readQuery } from '../../../src/analysis/search/query.js';
import { fold } from '../../../src/model/folded-text.js';
import type { SearchField } from '../../../src/model/search-text.js';
import { writeSearchText } from '../../../src/model/search-text.js';

const lines = (texts: Partial<Record<SearchField, string>>): readonly ViewedLine[] =>
  Object.entries(texts).map(([field, text]) => ({ field: field as SearchField, text: fold(text) }));

const score = (query: string, texts: Partial<Record<SearchField, string>>, type = 'Measure') =>
  matchOf(readQuery(query), type, lines(texts))?.score ?? 0;

const kind = (query: string, texts: Partial<Record<SearchField, string>>, type = 'Measure') =>
  matchOf(readQuery(query), type, lines(texts))?.kind ?? null;

describe('What fits a query', () => {
  test('fits better as a whole name than as another name, better at the beginning than inside, and in texts last', () => {
    const scores = [
      score('里山づくり', { NAME: '里山づくり' }),
      score('里山づくり', { NAME: '森の課', ENGLISH_NAME: '里山づくり' }),
      score('里山づくり', { NAME: '森の課', ALIAS: '里山づくり' }),
      score('里山づくり', { NAME: '里山づくり推進課' }),
      score('里山づくり', { NAME: '市民の里山づくり' }),
      score('里山づくり', { NAME: '森の課', ALIAS: '旧里山づくり課' }),
      score('里山 づくり', { NAME: 'づくる里山のづくり' }),
      score('里山づくり', { NAME: '森の課', SUMMARY: '市民と里山づくりを進める' }),
      score('里山づくり', { NAME: '里山ずくり' }),
    ];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  test.each([
    ['5-2-3', '5-2-3', 'Measure', 'EXACT'],
    ['施策５－２－３', '5-2-3', 'Measure', 'EXACT'],
    ['5-2', '5-2-3', 'Measure', 'PHRASE'],
    ['5-2', '15-2', 'ReformSheet', null],
    ['シート1-9', '1-9', 'ReformSheet', 'EXACT'],
    ['シート1-9', '1-9', 'PolicyItem', null],
    ['SDGs 17', '17', 'Sdg', 'EXACT'],
    ['目標17', '17', 'Sdg', 'EXACT'],
    ['第5章', '5', 'PolicyField', 'EXACT'],
    ['第5章', '5', 'LinkagePlan', null],
    ['linkage plan 3', '3', 'LinkagePlan', 'EXACT'],
  ])('%s names %s of type %s: %s', (query, code, type, expected) => {
    expect(kind(query, { NAME: '無関係', CODE: code }, type)).toBe(expected);
  });

  test.each([
    ['里山推通課', '里山推進課', 'SLIP'],
    ['里山推課', '里山推進課', 'SLIP'],
    ['里山推進進課', '里山推進課', 'SLIP'],
    ['山推課', '里山推進課', null],
    ['forrest school', 'Forest School', 'SLIP'],
    ['里山推進課のしごと', '里山推進課', 'NAMED'],
    ['art', 'Party', null],
    ['disaster', 'Disasters', 'PHRASE'],
    ['school forest', 'Forest School', 'WORDS'],
  ])('%s fits %s: %s', (query, name, expected) => {
    expect(kind(query, { NAME: name })).toBe(expected);
  });

  test('is still found with one character replaced, left out or doubled', () => {
    const letter = fc.constantFrom(...'森川海空里山市民活動推進計画支援環境');
    const name = fc.array(letter, { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('', '鬱', '鬱鬱'), (letters, at, instead) => {
        const place = at % letters.length;
        const typed = [...letters.slice(0, place), instead, ...letters.slice(place + (instead === '鬱鬱' ? 0 : 1))];
        fc.pre(instead !== '鬱鬱' || letters.length >= 8);
        expect(score(typed.join(''), { NAME: letters.join('') })).toBeGreaterThan(0);
      }),
    );
  });

  test('at a stage is the name of that stage, and any other is a name of another stage', () => {
    const properties = writeSearchText([
      { field: 'NAME', stage: null, text: '新シイ名' },
      { field: 'NAME', stage: 'CURRENT', text: '古イ名' },
    ]);
    expect(linesAt(properties, null).map(({ field }) => field)).toEqual(['NAME', 'STAGE_NAME']);
    expect(linesAt(properties, 'CURRENT').map(({ field }) => field)).toEqual(['STAGE_NAME', 'NAME']);
    expect(linesAt(properties, 'DRAFT').map(({ field }) => field)).toEqual(['NAME', 'STAGE_NAME']);
  });
});

describe('What is asked of the index', () => {
  test('holds nothing that its language could take for its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        const query = luceneOf(readQuery(given), ['midorino']);
        const words = query?.replace(
          /searchScope:"midorino" OR searchScope:shared|searchText:(?:"[\p{L}\p{N}\p{M} .-]+"|[\p{L}\p{N}\p{M}.]+[*])|searchText:\p{L}+~[12]|searchCharacters:[\p{L}\p{N}\p{M}.]|\^8/gu,
          '',
        );
        expect(words ?? '').toMatch(/^(?:AND|OR|[+() ])*$/);
      }),
    );
  });

  test('is nothing where nothing was typed that has a meaning', () => {
    expect(luceneOf(readQuery(' 「・」!? '), null)).toBeNull();
  });
});

describe('A highlight', () => {
  const marked = (query: string, printed: string) => {
    const read = readQuery(query);
    const match = matchOf(read, 'Measure', [{ field: 'NAME', text: fold(printed) }]);
    return (
      match &&
      highlight(read, match, printed)
        .map(({ text, matched }) => (matched ? `[${text}]` : text))
        .join('')
    );
  };

  test.each([
    [
      'オンライン窓口',
      '「みどり市オンライン窓口」（電子申請）の活用',
      '「みどり市[オンライン窓口]」（電子申請）の活用',
    ],
    ['窓口電子申請', '「窓口」（電子申請）', '「[窓口」（電子申請]）'],
    ['みどり', 'ミドリの森、みどりの里', '[ミドリ]の森、[みどり]の里'],
    ['forest green', 'The Green Forest', 'The [Green] [Forest]'],
    ['里山推通課', '市の里山推進課', '市の[里山推進課]'],
    ['里山推課', '里山推進課', '[里山推進課]'],
  ])('of %s in %s is %s', (query, printed, expected) => {
    expect(marked(query, printed)).toBe(expected);
  });

  test('is the printed text, in parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % (text.length + 1);
        const query = readQuery(text.slice(start, start + (length % 8)));
        const match = matchOf(query, 'Measure', [{ field: 'NAME', text: fold(text) }]);
        if (match)
          expect(
            highlight(query, match, text)
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
      }),
    );
  });
});
