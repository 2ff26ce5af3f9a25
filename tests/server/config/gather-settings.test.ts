import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { settingsFolder } from '#tests/support/settings-file.ts';

test('a secret is read from the file that a variable or a key names, without its last line end', () => {
  const { folder, VIGLA_CONFIG } = settingsFolder({
    'vigla.yaml': 'mode: demo\nprometheus: { bearerTokenFile: token }\ntracing: { headersFile: headers }',
    token: 't0ken\n',
    headers: 'X-Scope-OrgID: shop\nX-Other: 1\n',
    password: ' with spaces \r\n',
  });
  const environment = { VIGLA_CONFIG, PROMETHEUS_PASSWORD_FILE: join(folder, 'password') };
  expect(readConfig(environment)).toMatchObject({
    PROMETHEUS_BEARER_TOKEN: 't0ken',
    PROMETHEUS_PASSWORD: ' with spaces ',
    TRACING_HEADERS: { 'X-Scope-OrgID': 'shop', 'X-Other': '1' },
  });
});

test('a secret of the environment wins over one of the file, each in its own way', () => {
  const { folder, VIGLA_CONFIG } = settingsFolder({
    'vigla.yaml': 'mode: demo\nprometheus: { bearerTokenFile: gone }\ntracing: { bearerToken: plain }',
    token: 'other',
  });
  const environment = {
    VIGLA_CONFIG,
    PROMETHEUS_BEARER_TOKEN: 'mine',
    TRACING_BEARER_TOKEN_FILE: join(folder, 'token'),
  };
  expect(readConfig(environment)).toMatchObject({
    PROMETHEUS_BEARER_TOKEN: 'mine',
    TRACING_BEARER_TOKEN: 'other',
  });
});

const { folder } = settingsFolder({ empty: '\n', token: 'first\nsecond\n' });

test.each([
  [{ PROMETHEUS_BEARER_TOKEN_FILE: '/nowhere/token' }, /PROMETHEUS_BEARER_TOKEN_FILE: .*\/nowhere\/token/],
  [{ PROMETHEUS_BEARER_TOKEN_FILE: join(folder, 'empty') }, /PROMETHEUS_BEARER_TOKEN_FILE: .*empty is empty/],
  [
    { TRACING_PASSWORD: 'a', TRACING_PASSWORD_FILE: join(folder, 'token') },
    /TRACING_PASSWORD_FILE: is given beside TRACING_PASSWORD; keep one/,
  ],
])('%o is refused with the name of the variable', (environment, words) => {
  expect(() => readConfig({ VIGLA_MODE: 'demo', ...environment })).toThrow(words);
});

test.each([
  ['tracing: { passwordFile: gone }', /:1: tracing\.passwordFile: .*gone/],
  ['tracing: { passwordFile: [gone] }', /:1: tracing\.passwordFile: must be the name of a file/],
  [
    'tracing: { password: a, passwordFile: gone }',
    /:1: tracing\.passwordFile: is given beside .*tracing\.password; keep one/,
  ],
])('%s is refused with the key', (text, words) => {
  const { VIGLA_CONFIG } = settingsFolder({ 'vigla.yaml': text });
  expect(() => readConfig({ VIGLA_MODE: 'demo', VIGLA_CONFIG })).toThrow(words);
});
