import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '#package.json' with { type: 'json' };
import { forbiddenImports } from './architecture/import-rules.ts';
import { projectRoot, sourceFiles } from './architecture/source-files.ts';

const files = sourceFiles();
const productFiles = files.filter(({ path }) => !path.startsWith('tests/'));

/** Tables of facts, not code: the only files that may be long. */
const dataFiles = /\/(data|fixtures)\/|\.data\.ts$/;

test('the search for source files finds the project', () => {
  expect(productFiles.length).toBeGreaterThan(50);
  expect(files.map(({ path }) => path)).toContain('server/errors.ts');
});

test('every file imports only what its folder may', () => {
  const broken = files.flatMap(({ path, imports }) =>
    (forbiddenImports(path, imports) ?? ['(no rule speaks of this file)']).map(
      (imported) => `${path} -> ${imported}`,
    ),
  );
  expect(broken).toEqual([]);
});

test('an import against the rules is found', () => {
  expect(forbiddenImports('lib/duration.ts', ['server/errors.ts'])).toEqual(['server/errors.ts']);
  expect(forbiddenImports('components/graph/a.tsx', ['components/overview/card.tsx'])).toHaveLength(1);
  expect(forbiddenImports('server/mesh/graph/build.ts', ['server/sources/interface.ts'])).toHaveLength(1);
  expect(forbiddenImports('server/sources/prometheus/a.ts', ['server/sources/kubernetes/b.ts'])).toHaveLength(
    1,
  );
});

test('no file is longer than 250 lines', () => {
  const long = files.filter(({ path, lineCount }) => lineCount > 250 && !dataFiles.test(path));
  expect(long.map(({ path, lineCount }) => `${path}: ${lineCount}`)).toEqual([]);
});

test('the median product file has at most 80 lines', () => {
  const sizes = productFiles.filter(({ path }) => !dataFiles.test(path)).map(({ lineCount }) => lineCount);
  sizes.sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
});

test('no file has a name that says nothing', () => {
  const forbidden = /(^|\/)(utils?|helpers?|common|misc|types|index)\.(ts|tsx|js)$/;
  expect(files.map(({ path }) => path).filter((path) => forbidden.test(path))).toEqual([]);
});

test('no type is switched off', () => {
  const holes =
    /:\s*any\b|\bas any\b|<any>|as unknown as|@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore/;
  const found = files.filter(({ path, text }) => !path.startsWith('tests/architecture') && holes.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('only one file speaks to browser storage and only one fetches', () => {
  const browser = productFiles.filter(({ path }) => /^(components|lib|app)\//.test(path));
  const storage = browser.filter(({ text }) => /\b(localStorage|sessionStorage)\b/.test(text));
  expect(storage.map(({ path }) => path)).toEqual(['lib/browser-storage.ts']);
  const fetching = browser.filter(({ text }) => /\bfetch\(/.test(text));
  expect(fetching.map(({ path }) => path)).toEqual(['lib/api-client.ts']);
});

test('only the graph canvas knows cytoscape', () => {
  const knowing = productFiles.filter(({ imports }) => imports.includes('package:cytoscape'));
  expect(knowing.length).toBeGreaterThan(0);
  for (const { path } of knowing) expect(path).toMatch(/^components\/graph\/(graph-canvas\.tsx|canvas\/)/);
});

test('every room says what lives in it, in at most 20 lines', () => {
  for (const folder of ['server', 'server/mesh', 'server/sources', 'components', 'lib', 'tests']) {
    const readme = join(projectRoot, folder, 'README.md');
    expect(existsSync(readme), readme).toBe(true);
    expect(readFileSync(readme, 'utf8').trimEnd().split('\n').length, readme).toBeLessThanOrEqual(20);
  }
});

test('there are at most ten scripts', () => {
  expect(Object.keys(packageJson.scripts).length).toBeLessThanOrEqual(10);
});
