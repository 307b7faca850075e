/** Who asks the question of an example. */
export const audiences = ['analyst', 'dashboard', 'developer'] as const;
export type Audience = (typeof audiences)[number];

/** An operation to start from: what the README, the pages, the tests and the benchmark ask. */
export interface Example {
  /** Its file without the ending: "sdg-17-of-one-division". */
  readonly name: string;
  readonly titleJa: string;
  readonly titleEn: string;
  /** What it shows, as one sentence. */
  readonly aboutJa: string;
  readonly aboutEn: string;
  readonly audience: Audience;
  /** A document of one named operation, without the header. */
  readonly query: string;
  /** Values of its variables; empty where it has none or needs none. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The texts of an example as they are stored. */
export interface ExampleTexts {
  readonly name: string;
  /** `<name>.graphql` */
  readonly document: string;
  /** `<name>.variables.json`, where there is one. */
  readonly variables?: string | undefined;
}

const keys = ['title-ja', 'title-en', 'about-ja', 'about-en', 'audience'] as const;
type Key = (typeof keys)[number];

/**
 * Reads an example: a header of five comments (`# title-ja: …`), an empty line, and an operation. It needs no file system
 * and no parser of GraphQL, so that a page can read the same files; throws an Error that names the example otherwise.
 */
export function parseExample({ name, document, variables }: ExampleTexts): Example {
  const lines = document.split(/\r?\n/);
  const header = new Map<Key, string>();
  for (const [index, key] of keys.entries()) {
    const value = /^# ([a-z-]+): (.*\S)\s*$/.exec(lines[index] ?? '');
    if (value?.[1] !== key || !value[2])
      throw malformed(name, `"# ${key}: …" in line ${index + 1}`, JSON.stringify(lines[index] ?? ''));
    header.set(key, value[2]);
  }
  const [separator = '', ...body] = lines.slice(keys.length);
  if (separator !== '') throw malformed(name, `an empty line after the header`, JSON.stringify(separator));
  const query = body.join('\n').trim();
  if (query === '') throw malformed(name, 'an operation after the header', 'none');
  const of = (key: Key) => header.get(key) ?? '';
  return {
    name,
    titleJa: of('title-ja'),
    titleEn: of('title-en'),
    aboutJa: of('about-ja'),
    aboutEn: of('about-en'),
    audience: audienceOf(name, of('audience')),
    query: `${query}\n`,
    variables: variables === undefined ? {} : variablesOf(name, variables),
  };
}

function audienceOf(name: string, word: string): Audience {
  const audience = audiences.find((each) => each === word);
  if (!audience) throw malformed(name, `one of ${audiences.join(', ')} as the audience`, JSON.stringify(word));
  return audience;
}

function variablesOf(name: string, text: string): Readonly<Record<string, unknown>> {
  const value = jsonOf(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(name, 'variables as one JSON object', JSON.stringify(text.slice(0, 50)));
  return value as Readonly<Record<string, unknown>>;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const malformed = (name: string, expected: string, got: string) =>
  new Error(`example ${name}: expected ${expected}, but got: ${got}`);
