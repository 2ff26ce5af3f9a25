import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';

const openid = {
  VIGLA_AUTH: 'openid',
  OPENID_ISSUER: 'https://login.example',
  OPENID_CLIENT_ID: 'vigla',
  VIGLA_PUBLIC_URL: 'https://vigla.example',
};

test.each([
  [{ VIGLA_AUTH: 'token' }, /^VIGLA_AUTH: token needs a cluster/],
  [{ ...openid, OPENID_ISSUER: '' }, /^OPENID_ISSUER: is not set/],
  [{ ...openid, OPENID_CLIENT_ID: '' }, /^OPENID_CLIENT_ID: is not set/],
  [{ ...openid, VIGLA_PUBLIC_URL: '' }, /^VIGLA_PUBLIC_URL: is not set/],
  [{ ...openid, VIGLA_PUBLIC_URL: 'vigla' }, /^VIGLA_PUBLIC_URL: must be an http/],
  [{ ...openid, OPENID_SCOPES: 'profile' }, /^OPENID_SCOPES: must have openid/],
  [{ ...openid, VIGLA_SESSION_KEY: 'short' }, /^VIGLA_SESSION_KEY: must have at least 32/],
  [{ ...openid, VIGLA_SESSION_TTL: 'long' }, /^VIGLA_SESSION_TTL: "long" is not a duration/],
  [{ VIGLA_AUTH: 'header' }, /^HEADER_TRUSTED_PROXIES: is not set/],
  [
    { VIGLA_AUTH: 'header', HEADER_TRUSTED_PROXIES: '10.0.0.0/33' },
    /^HEADER_TRUSTED_PROXIES: must be addresses/,
  ],
  [{ VIGLA_AUTH: 'header', HEADER_TRUSTED_PROXIES: 'proxy' }, /^HEADER_TRUSTED_PROXIES: must be addresses/],
  [{ VIGLA_AUTH: 'saml' }, /^VIGLA_AUTH: /],
])('%j ends the start', (environment, words) => {
  expect(() => readConfig({ VIGLA_MODE: 'demo', ...environment })).toThrow(words);
});

test.each([
  [openid],
  [{ VIGLA_AUTH: 'header', HEADER_TRUSTED_PROXIES: '10.0.0.0/8 ::1' }],
  [{ VIGLA_MODE: 'cluster', VIGLA_AUTH: 'token', PROMETHEUS_URL: 'http://prometheus' }],
])('%j is enough', (environment) => {
  expect(readConfig({ VIGLA_MODE: 'demo', ...environment }).VIGLA_AUTH).toBe(environment.VIGLA_AUTH);
});
