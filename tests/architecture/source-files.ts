import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const codeFolders = ['app', 'components', 'server', 'lib', 'tests'];
const rootFiles = ['proxy.ts', 'instrumentation.ts'];

export type SourceFile = { path: string; text: string; lineCount: number; imports: readonly string[] };

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|new URL\(\s*'(\.[^']+\.ts)'\s*,\s*import\.meta\.url/g;

/** A specifier as a path from the project's root, or as the name of a package. */
function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier));
  return `package:${specifier}`;
}

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(importPattern)].map((found) =>
    resolve(path, found[1] ?? found[2] ?? found[3] ?? ''),
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(projectRoot, path), 'utf8');
  return { path, text, lineCount: text.split('\n').length - 1, imports: importsOf(path, text) };
}

/** Every TypeScript and JavaScript file that we wrote, with what it imports. */
export function sourceFiles(): SourceFile[] {
  const inFolders = codeFolders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|js|mjs)$/.test(name) && !name.includes('node_modules'))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
  );
  return [...rootFiles, ...inFolders].sort().map(readSource);
}
