import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { installHelm } from './helm-program.ts';

export const chartFolder = join(import.meta.dirname, '..', '..', 'deploy', 'helm', 'vigla');
export const release = { name: 'vigla', namespace: 'observability' };

const manifestSchema = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.looseObject({ name: z.string().min(1), namespace: z.string().optional() }),
});
export type Manifest = z.output<typeof manifestSchema>;

/**
 * The objects that an installation with these values makes.
 * @throws Error with helm's message where the values are refused
 */
export async function renderChart(values: object = {}): Promise<Manifest[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-values-')), 'values.json');
  writeFileSync(file, JSON.stringify(values));
  const { name, namespace } = release;
  const place = ['--namespace', namespace, '--kube-version', '1.33.0', '--values', file];
  const { stdout } = await promisify(execFile)(await installHelm(), [
    'template',
    name,
    chartFolder,
    ...place,
  ]);
  const documents = parseAllDocuments(stdout, { strict: true });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    const value: unknown = document.toJS();
    return value === null ? [] : [manifestSchema.parse(value)];
  });
}

/** The only object of a kind. */
export function onlyOf(manifests: readonly Manifest[], kind: string): Manifest {
  const found = manifests.filter((manifest) => manifest.kind === kind);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} objects of kind ${kind}`);
  return first;
}
