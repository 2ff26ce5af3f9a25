import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { describeChoice, loadKubeconfig } from '#server/sources/kubernetes/kubeconfig.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigla-kubeconfig-'));

function fileWith(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function configOf(
  cluster: Record<string, unknown>,
  user: Record<string, unknown> = {},
  name = 'east',
): string {
  return JSON.stringify({
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  });
}

const good = fileWith('good', configOf({ server: 'https://east:6443' }));
const second = fileWith('second', configOf({ server: 'https://west:6443' }, {}, 'west'));

test('a good file gives its server', () => {
  expect(loadKubeconfig({ kubeconfigPath: good }).getCurrentCluster()?.server).toBe('https://east:6443');
});

test('of several files the first one says the context, the others add to it, and missing ones are passed over', () => {
  const kubeconfigPath = [join(folder, 'missing'), good, second].join(delimiter);
  expect(loadKubeconfig({ kubeconfigPath }).getCurrentCluster()?.server).toBe('https://east:6443');
  expect(loadKubeconfig({ kubeconfigPath, context: 'west' }).getCurrentCluster()?.server).toBe(
    'https://west:6443',
  );
});

const wrong: [string, string, string][] = [
  ['that does not exist', join(folder, 'missing'), 'ENOENT: no such file or directory'],
  ['that is no YAML', fileWith('tabs', 'clusters: [\n\t- {'), 'deficient indentation (2:2)'],
  ['that is empty', fileWith('empty', ''), 'the input is empty'],
  ['that is a plain text', fileWith('text', 'hello'), 'it has no contexts; is this a kubeconfig?'],
  [
    'without a current context',
    fileWith('none', configOf({ server: 'https://east' }).replace('"current-context":"east"', '"x":1')),
    'no current context is set',
  ],
  [
    'whose cluster has no server',
    fileWith('no-server', configOf({})),
    'clusters[0].cluster.server is missing',
  ],
  [
    'whose server is no address',
    fileWith('bad-url', configOf({ server: 'east' })),
    'is not an address: east',
  ],
  [
    'with plain http',
    fileWith('http', configOf({ server: 'http://east' })),
    'needs insecure-skip-tls-verify: true',
  ],
  [
    'whose certificate is missing',
    fileWith('no-ca', configOf({ server: 'https://east', 'certificate-authority': 'ca.crt' })),
    `the file ${join(folder, 'ca.crt')}, which it names, cannot be read`,
  ],
  [
    'whose user is not defined',
    fileWith(
      'no-user',
      configOf({ server: 'https://east' }).replace('"users":[{"name":"east"', '"users":[{"name":"x"'),
    ),
    'names the user "east", which is not defined',
  ],
];

test.each(wrong)('a file %s is refused with its name and the reason', (_, file, reason) => {
  const load = () => loadKubeconfig({ kubeconfigPath: file });
  expect(load).toThrow(expect.objectContaining({ code: 'bad_configuration' }));
  expect(load).toThrow(`Kubeconfig ${file}: `);
  expect(load).toThrow(reason);
});

test('an error of a file does not repeat what is in it, for that may be a token', () => {
  const file = fileWith('secret', 'users:\n  - token: SECRET\n\t- {');
  expect(() => loadKubeconfig({ kubeconfigPath: file })).toThrow(/^[^\n]*$/);
  expect(() => loadKubeconfig({ kubeconfigPath: file })).not.toThrow(/SECRET/);
});

test('a context that does not exist is refused with the choices', () => {
  expect(() => loadKubeconfig({ kubeconfigPath: good, context: 'north' })).toThrow(
    `Kubeconfig ${good}: there is no context "north" (it has east)`,
  );
});

test('the context that was chosen is told, and the others are names alone', () => {
  const options = { kubeconfigPath: [good, second].join(delimiter), context: 'west' };
  expect(describeChoice(options, loadKubeconfig(options))).toEqual({
    found: 'context "west" of the kubeconfig',
    otherContexts: ['east'],
  });
  expect(
    describeChoice({ ...options, openedBeside: ['east'] }, loadKubeconfig(options)).otherContexts,
  ).toEqual([]);
});
