import { expect, test } from 'vitest';
import { identityOf } from '#server/access/sign-in/openid/read-identity.ts';

const plain = { name: { claim: 'preferred_username', prefix: '' }, groups: { claim: 'groups', prefix: '' } };
const claims = { preferred_username: 'alice', groups: ['b', 'a', 'b'] };

test.each([
  ['as they are', claims, plain, { name: 'alice', groups: ['a', 'b'] }],
  ['one group alone', { ...claims, groups: 'a' }, plain, { name: 'alice', groups: ['a'] }],
  ['no groups', { preferred_username: 'alice' }, plain, { name: 'alice', groups: [] }],
  ['groups that are no names', { ...claims, groups: [1, {}] }, plain, { name: 'alice', groups: [] }],
  [
    'with prefixes',
    claims,
    { name: { claim: 'preferred_username', prefix: 'oidc:' }, groups: { claim: 'groups', prefix: 'g:' } },
    { name: 'oidc:alice', groups: ['g:a', 'g:b'] },
  ],
  [
    'inside another claim',
    { preferred_username: 'alice', realm_access: { roles: ['a'] } },
    { ...plain, groups: { claim: 'realm_access.roles', prefix: '' } },
    { name: 'alice', groups: ['a'] },
  ],
  [
    'a claim with dots in its name',
    { preferred_username: 'alice', 'example.com/groups': ['a'] },
    { ...plain, groups: { claim: 'example.com/groups', prefix: '' } },
    { name: 'alice', groups: ['a'] },
  ],
  [
    'groups of the cluster itself',
    { ...claims, groups: ['system:masters', 'a', ' system:nodes'] },
    plain,
    { name: 'alice', groups: ['a'] },
  ],
  ['a name of the cluster itself', { ...claims, preferred_username: 'system:admin' }, plain, undefined],
  ['a blank name', { ...claims, preferred_username: ' ' }, plain, undefined],
  ['a name that is no text', { ...claims, preferred_username: 7 }, plain, undefined],
  ['no name', { groups: ['a'] }, plain, undefined],
  [
    'names of objects themselves',
    {},
    { ...plain, name: { claim: 'constructor.name', prefix: '' } },
    undefined,
  ],
  [
    'an address that is not proved',
    { email: 'a@example.com', email_verified: false },
    { ...plain, name: { claim: 'email', prefix: '' } },
    undefined,
  ],
  [
    'an address that is proved',
    { email: 'a@example.com', email_verified: true },
    { ...plain, name: { claim: 'email', prefix: '' } },
    { name: 'a@example.com', groups: [] },
  ],
])('name and groups: %s', (_name, given, settings, expected) => {
  expect(identityOf(given, settings)).toEqual(expected);
});
