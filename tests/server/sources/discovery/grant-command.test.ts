import { expect, test } from 'vitest';
import { grantCommand } from '#server/sources/discovery/grant-command.ts';

test.each([
  [
    'services "prometheus:9090" is forbidden: User "system:serviceaccount:vigla:viewer" cannot get resource "services/proxy"',
    'kubectl -n mon create role vigla-service-proxy --verb=get,create --resource=services/proxy && kubectl -n mon create rolebinding vigla-service-proxy --role=vigla-service-proxy --serviceaccount=vigla:viewer',
  ],
  [
    'User "ada@example.com" cannot get resource "services/proxy"',
    "kubectl -n mon create role vigla-service-proxy --verb=get,create --resource=services/proxy && kubectl -n mon create rolebinding vigla-service-proxy --role=vigla-service-proxy --user='ada@example.com'",
  ],
  ['forbidden', 'kubectl auth can-i get services/proxy -n mon'],
  ['User "o\'neill" cannot', 'kubectl auth can-i get services/proxy -n mon'],
])('for %s the command is ready to be run', (refusal, command) => {
  expect(grantCommand('mon', refusal)).toBe(command);
});
