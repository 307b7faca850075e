import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { projectFile } from '../../src/project-files.js';

const guide = readFileSync(projectFile('docs/operations.md'), 'utf8');
const source = readdirSync(projectFile('src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') || name.endsWith('.mjs'))
  .map((name) => ({ name, text: readFileSync(projectFile(`src/${name}`), 'utf8') }));
const { scripts } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'));

/** The messages of the table: what stands between backquotes in the first column. */
const messages = [...guide.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message),
);

/** "…" stands for what differs from time to time, which the source has as "${…}". */
const patternOf = (message: string) =>
  new RegExp(
    message
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\$\\{[^}]*\\}+'),
  );
const patterns = messages.map(patternOf);

test.each(messages)('the guide explains a message that the program has: %s', (message) => {
  const isThere = source.some(({ text }) => patternOf(message).test(text));
  expect({ message, isThere }).toEqual({ message, isThere: true });
});

/** What ends a command with a sentence: an `OperatorError` or one that extends it, and what the bootstrap says is missing or unfit. */
const isErrorOfOperators = (name: string) => ['OperatorError', 'Unfit', 'Missing', ...subclasses].includes(name);
const subclasses = source.flatMap(({ text }) =>
  [...text.matchAll(/class (\w+) extends OperatorError\b/g)].map(([, name = '']) => name),
);

/** The words of each error that an operator can meet, as they stand in the source, and where. */
function errorsIn({ name, text }: { readonly name: string; readonly text: string }): readonly (readonly string[])[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: (readonly string[])[] = [];
  const visit = (node: ts.Node) => {
    if (isError(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push([`src/${name}:${line + 1}`, node.getText()]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isError(node: ts.Node): boolean {
  // A subclass hands its words to `super`, and its callers have none.
  if (ts.isNewExpression(node))
    return isErrorOfOperators(node.expression.getText()) && !subclasses.includes(node.expression.getText());
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword)
    return subclasses.some((name) => node.getSourceFile().text.includes(`class ${name} extends OperatorError`));
  // Of troubles that are gathered first, `OperatorError.of` makes one error.
  const properties = ts.isObjectLiteralExpression(node) ? node.properties.map((each) => each.name?.getText()) : [];
  return properties.includes('messageJa') && /\.#troubles\.push\(/.test(node.parent.getText());
}

const errors = source.flatMap(errorsIn);

test('the table has an entry for every error that a command or the service can end with', () => {
  expect(errors.length).toBeGreaterThan(50);
  const unexplained = errors.filter(([, words = '']) => {
    const isGeneral = /^new OperatorError\(lines\(/.test(words);
    return !isGeneral && !patterns.some((pattern) => pattern.test(words));
  });
  expect(unexplained).toEqual([]);
});

test('the guide names commands that there are', () => {
  const commands = [...guide.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(5);
  for (const name of commands) expect(Object.keys(scripts)).toContain(name);
});
