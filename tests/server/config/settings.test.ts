import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { type NamedSetting, settings } from '#server/config/settings.ts';
import { readConfig } from '#server/config.ts';
import { messageOf } from '#server/errors.ts';
import { settingsFolder } from '#tests/support/settings-file.ts';

const candidates = [
  'true',
  '64',
  '20s',
  'http://a.example/b',
  'http://a.example',
  '/vigla',
  'east=http://a.example',
  'cluster="east"',
  'Name: value',
  '[]',
  'x: - #',
  '10.0.0.0/8, fd00::/8',
  'a key of at least thirty-two letters',
  "'self' https://portal.example",
  'workload=Ours; ztunnel=a1b2c3',
];
const minimum = { VIGLA_MODE: 'demo', PROMETHEUS_URL: 'http://127.0.0.1:9090' };

function pathsOf({ path, isSecret }: NamedSetting): string[] {
  return isSecret ? [path, `${path}File`] : [path];
}

function asYaml(path: string, value: unknown): string {
  return stringify(path.split('.').reduceRight((inner, part) => ({ [part]: inner }), value));
}

/** What the configuration is, or why it is none, without the place that the reason names. */
function outcome(environment: Record<string, string>, place: string): string {
  try {
    return JSON.stringify(readConfig(environment));
  } catch (error) {
    return messageOf(error).replace(place, 'here');
  }
}

test('the environment and the file read the same text alike, for every setting', () => {
  let accepted = 0;
  const neverAccepted: string[] = [];
  for (const { name, path, schema } of settings) {
    const inner = schema instanceof z.ZodDefault ? schema.def.innerType : schema;
    const texts = [...candidates, ...(inner instanceof z.ZodEnum ? inner.options.map(String) : [])];
    const { [name]: _, ...others }: Record<string, string> = minimum;
    const before = accepted;
    for (const text of texts) {
      const { folder, VIGLA_CONFIG } = settingsFolder({ 'vigla.yaml': asYaml(path, text) });
      const common = { ...others, VIGLA_STARTED_IN: folder };
      const inEnvironment = outcome({ ...common, [name]: text }, name);
      const inFile = outcome(
        { ...common, VIGLA_CONFIG },
        `${VIGLA_CONFIG}:${path.split('.').length}: ${path}`,
      );
      expect(inFile, `${name}=${text}`).toBe(inEnvironment);
      if (inEnvironment.startsWith('{')) accepted += 1;
    }
    if (accepted === before) neverAccepted.push(name);
  }
  console.log(`${settings.length} settings, ${accepted} values accepted in both places`);
  expect(neverAccepted).toEqual([]);
});

test('no key of the file stands for two settings, and none is a group', () => {
  const paths = settings.flatMap(pathsOf);
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  expect(paths.filter((path) => paths.some((other) => other.startsWith(`${path}.`)))).toEqual([]);
  expect(paths.filter((path) => !/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/.test(path))).toEqual([]);
});

test('every setting that holds a secret by its name may be given as a file', () => {
  const named = settings.filter(({ name }) => /(TOKEN|PASSWORD|SECRET|HEADERS|_KEY)$/.test(name));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ isSecret }) => isSecret !== true).map(({ name }) => name)).toEqual([]);
});
