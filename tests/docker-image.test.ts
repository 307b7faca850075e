import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { projectFile } from '../src/project-files.js';

const read = (path: string) => readFileSync(projectFile(path), 'utf8');

/** What of the project the build can see: `.dockerignore` leaves out all but these. */
const [everything, ...visible] = read('.dockerignore').trim().split('\n');

/** What the lines that copy from the project name, those of one stage or of all. */
const copied = (dockerfile: string): readonly string[] =>
  [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));

const dockerfile = read('Dockerfile');
const running = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

const lies = (path: string, places: readonly string[]) =>
  places.some((place) => path === place || path.startsWith(`${place}/`));

describe('the image', () => {
  test('is built of files that are there and that the build can see', () => {
    expect(everything).toBe('**');
    const seen = visible.map((line) => line.replace(/^!/, ''));
    for (const path of copied(dockerfile))
      expect([path, existsSync(projectFile(path)), lies(path, seen)]).toEqual([path, true, true]);
  });

  test('holds every file that the program reads from its folder, less those of a database of its own', () => {
    const sources = readdirSync(projectFile('src'), { recursive: true, encoding: 'utf8' })
      .filter(
        (name) => name.endsWith('.ts') && !/^(?:explorer|playground|extract|documents|database\/server)\//.test(name),
      )
      .map((name) => read(`src/${name}`));
    const wanted = sources.flatMap((text) =>
      [...text.matchAll(/projectFile\('([^']+)'\)/g)].map(([, path = '']) => path),
    );
    expect(wanted).toEqual(expect.arrayContaining(['src/dossier/page.css', 'seed', 'package-lock.json']));
    // Compiled there, and what is written.
    const made = ['dist', '.data'];
    for (const path of wanted) expect([path, lies(path, [...copied(running), ...made])]).toEqual([path, true]);
  });
});
