import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { User } from '#server/access/user.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';

const apiVersion = 'rbac.authorization.k8s.io/v1';
const apiGroup = 'rbac.authorization.k8s.io';
const signal = new AbortController().signal;
const stops: (() => Promise<void>)[] = [];
let api: Kubeapi;

const writeFile = (name: string, content: unknown) => {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-reviews-')), name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};

const subject = (kind: 'User' | 'Group', name: string) => ({ kind, name, apiGroup });

function binding(name: string, namespace: string, subjects: readonly object[]) {
  const metadata = { name, namespace };
  const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }];
  return [
    { apiVersion, kind: 'Role', metadata, rules },
    {
      apiVersion,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup, kind: 'Role', name },
      subjects,
    },
  ];
}

beforeAll(async () => {
  const items = [
    ...binding('named', 'shop', [subject('User', 'sam')]),
    ...binding('grouped', 'bookinfo', [subject('Group', 'team-books')]),
    ...binding('everybody', 'legacy', [subject('Group', 'system:authenticated')]),
  ];
  const users = {
    'sam-token': { username: 'sam', groups: ['team-books'] },
    'weak-token': { username: 'weak', groups: [] },
  };
  api = await startKubeapi({
    load: [
      join(bookinfoFolder, 'kubernetes'),
      writeFile('rights.json', { apiVersion: 'v1', kind: 'List', items }),
    ],
    flags: ['-rbac', '-users', writeFile('users.yaml', users)],
  });
  stops.push(() => api.stop());
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

function reviewsAs(token: string, isImpersonating = false) {
  const kubernetes = createKubernetes({
    kubeconfigPath: writeKubeconfig(api.url, { token }),
    isImpersonating,
  });
  stops.push(() => kubernetes.stop());
  return kubernetes.reviews;
}

const bySign = { name: 'somebody', groups: [], isAnonymous: false, token: 'sam-token' };
const byName = { name: 'sam', groups: ['team-books'], isAnonymous: false };
const asked: readonly [User, string | undefined, boolean][] = [
  [bySign, 'shop', true],
  [bySign, 'bookinfo', true],
  [bySign, 'external', false],
  [bySign, undefined, false],
  [{ ...bySign, token: 'admin' }, undefined, true],
  [byName, 'shop', true],
  [byName, 'bookinfo', true],
  [byName, 'legacy', true],
  [byName, 'external', false],
  [byName, undefined, false],
  [{ ...byName, groups: [] }, 'bookinfo', false],
  [{ ...byName, name: 'weak', groups: [] }, 'shop', false],
];

test.each(asked)(
  'what the rules allow %o in %s is %s, asked about and as the user',
  async (user, namespace, isAllowed) => {
    expect(await reviewsAs('admin').mayListPods(user, namespace, signal)).toBe(isAllowed);
    expect(await reviewsAs('admin', true).mayListPods(user, namespace, signal)).toBe(isAllowed);
  },
);

test("a user's own token counts, whatever Vigla's account may do", async () => {
  expect(await reviewsAs('weak-token').mayListPods(bySign, 'shop', signal)).toBe(true);
  expect(await reviewsAs('admin').mayListPods({ ...bySign, token: 'weak-token' }, 'shop', signal)).toBe(
    false,
  );
});

test('a token that the cluster does not take is not signed in', async () => {
  const answer = reviewsAs('admin').mayListPods({ ...bySign, token: 'gone' }, 'shop', signal);
  await expect(answer).rejects.toMatchObject({ code: 'unauthenticated' });
});

test.each([
  [false, /create on subjectaccessreviews/],
  [true, /impersonate on users and groups/],
])(
  'an account without the right to ask (impersonating: %s) says which right is missing',
  async (isImpersonating, words) => {
    const proxy = await startFaultyProxy(api.url);
    stops.push(() => proxy.stop());
    proxy.setFault({ kind: 'status', status: 403 }, (address) => address.includes('accessreviews'));
    const kubeconfigPath = writeKubeconfig(proxy.url, { token: 'admin' });
    const kubernetes = createKubernetes({ kubeconfigPath, isImpersonating });
    stops.push(() => kubernetes.stop());
    const answer = kubernetes.reviews.mayListPods(byName, 'shop', signal);
    await expect(answer).rejects.toMatchObject({
      code: 'source_failed',
      message: expect.stringMatching(words),
    });
  },
);

test('an API server that is away allows nothing, and is named', async () => {
  const kubernetes = createKubernetes({
    kubeconfigPath: writeKubeconfig('http://127.0.0.1:9', { token: 'x' }),
  });
  stops.push(() => kubernetes.stop());
  const answer = kubernetes.reviews.mayListPods(bySign, 'shop', signal);
  await expect(answer).rejects.toMatchObject({
    code: 'source_unreachable',
    message:
      'The Kubernetes API could not say what you may see: the connection was refused. Until it does, nothing is shown.',
  });
});
