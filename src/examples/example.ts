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

/**
 * Reads an example: a header of five comments (`# title-ja: …`), an empty line, and an operation. It needs no file system
 * and no parser of GraphQL, so that a page can read the same files; throws an Error that names the example otherwise.
 */
export function parseExample({ name, document, variables }: ExampleTexts): Example {
  const refuse = (expected: string, got: string): never => {
    throw new Error(`example ${name}: expected ${expected}, but got: ${got}`);
  };
  const lines = document.split(/\r?\n/);
  const [titleJa = '', titleEn = '', aboutJa = '', aboutEn = '', audience] = keys.map((key, index) => {
    const line = lines[index] ?? '';
    const [, found, value = ''] = /^# ([a-z-]+): (.*\S)\s*$/.exec(line) ?? [];
    return found === key ? value : refuse(`"# ${key}: …" in line ${index + 1}`, JSON.stringify(line));
  });
  const [separator = '', ...body] = lines.slice(keys.length);
  if (separator !== '') refuse('an empty line after the header', JSON.stringify(separator));
  const query = body.join('\n').trim();
  if (query === '') refuse('an operation after the header', 'none');
  return {
    name,
    titleJa,
    titleEn,
    aboutJa,
    aboutEn,
    audience:
      audiences.find((each) => each === audience) ??
      refuse(`one of ${audiences.join(', ')} as the audience`, JSON.stringify(audience)),
    query: `${query}\n`,
    variables:
      objectIn(variables ?? '{}') ?? refuse('variables as one JSON object', JSON.stringify(variables?.slice(0, 50))),
  };
}

/** The object that a text is in JSON; null where it is none. */
function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>> | null)
      : null;
  } catch {
    return null;
  }
}
