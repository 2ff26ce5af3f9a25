import type { ServerResponse } from 'node:http';
import { objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { writeKubeconfig } from '#tests/support/kubeapi.ts';
import { type Received, startServer } from '#tests/support/local-server.ts';
import { waitUntil } from '#tests/support/wait-until.ts';
import type { Mutation } from '../mutation.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { baseMesh, questionsTo } from './base-mesh.ts';
import { recordedObjects } from './recorded-objects.ts';

const questions = questionsTo(/./);
const user = { name: 'sam', groups: ['team'], token: 'of-sam', isAnonymous: false };

/** A Kubernetes API on a port of this machine: discovery, lists, watches, logs and reviews, all of them broken. */
export async function fuzzedCluster(): Promise<FuzzedSource & { stop(): Promise<void> }> {
  const byPath = await recordedObjects();
  let respond: (response: ServerResponse, received: Received) => void = (response) => void response.end();
  const server = await startServer((response, received) => respond(response, received));
  const kubeconfigPath = writeKubeconfig(server.url);

  return {
    stop: () => server.stop(),
    async openCase(mutation) {
      const seen = new Map<string, number>();
      const isWatched = () => [...seen].filter(([path]) => path.endsWith('?watch')).length;
      const isDiscoveryBroken = mutation.chance.happens(0.1);
      respond = (response, received) => {
        const { path, form } = received;
        const key = form.has('watch') ? `${path}?watch` : path;
        seen.set(key, (seen.get(key) ?? 0) + 1);
        const own = mutation.about(`${key} ${seen.get(key)}`);
        if (form.has('watch'))
          return watch(response, byPath.get(path) ?? [], { own, isFirst: seen.get(key) === 1 });
        if (path.endsWith('/log')) return void response.end(own.body(logOf()));
        if (path.endsWith('reviews')) return send(response, own, review(path), 201);
        const items = byPath.get(path);
        if (items !== undefined) return list(response, items, own);
        const resources = resourcesAt(path);
        if (resources.length === 0) return void response.writeHead(404).end('{}');
        const answer = { kind: 'APIResourceList', resources };
        if (isDiscoveryBroken) return send(response, own, answer);
        response.end(JSON.stringify(answer));
      };
      const kubernetes = createKubernetes({
        kubeconfigPath,
        timing: { firstReadMs: 3_000, backOffBaseMs: 20, backOffCapMs: 50 },
      });
      await kubernetes.snapshot();
      if (!isDiscoveryBroken)
        await waitUntil(() => isWatched() > objectKindNames.length / 4, {
          what: 'some watches',
          withinMs: 20_000,
        });
      const { signal } = new AbortController();
      return {
        sources: { ...baseMesh, objects: kubernetes, logs: kubernetes.logs },
        questions: Array.from({ length: 5 }, () => mutation.chance.of(questions)),
        calls: [
          () => kubernetes.reviews.mayListPods(user, 'shop', signal),
          () =>
            kubernetes.reviews.mayListPods(
              { name: 'kim', groups: [], isAnonymous: false },
              undefined,
              signal,
            ),
          () => kubernetes.reviews.whoIs('of-sam', signal),
          () => kubernetes.status(),
        ],
        close: () => kubernetes.stop(),
      };
    },
  };
}

type Items = readonly unknown[];

/** Some of the objects are broken, now and then the list around them. */
function list(response: ServerResponse, items: Items, own: Mutation): void {
  const broken = new Set(Array.from({ length: own.chance.below(5) }, () => own.chance.below(items.length)));
  const texts = items.map((item, index) => (broken.has(index) ? own.document(item) : JSON.stringify(item)));
  const text = `{"kind":"List","metadata":{"resourceVersion":"1"},"items":[${texts.join()}]}`;
  const body = Buffer.from(text);
  response.end(own.chance.happens(0.05) ? own.body(body) : body);
}

/** Events of broken objects, or lines that are none; the connection stays open. */
function watch(
  response: ServerResponse,
  items: Items,
  { own, isFirst }: { own: Mutation; isFirst: boolean },
): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  if (!isFirst || items.length === 0) return;
  for (let count = own.chance.below(4); count > 0; count--) {
    const type = own.chance.of(['ADDED', 'MODIFIED', 'MODIFIED', 'DELETED', 'BOOKMARK', 'ERROR']);
    const event = `{"type":"${type}","object":${own.document(own.chance.of(items))}}`;
    response.write(own.chance.happens(0.1) ? own.body(Buffer.from(event)) : event);
    response.write('\n');
  }
}

function send(response: ServerResponse, own: Mutation, value: unknown, status = 200): void {
  const sent = own.answer({
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(value)),
  });
  // Without content there is no body to any of them.
  response.writeHead(sent.status, sent.headers).end(sent.body);
}

function review(path: string): object {
  return path.endsWith('selfsubjectreviews')
    ? { kind: 'SelfSubjectReview', status: { userInfo: { username: 'sam', groups: ['team'] } } }
    : { kind: 'SubjectAccessReview', status: { allowed: true } };
}

function resourcesAt(path: string): { name: string; verbs: string[] }[] {
  return objectKindNames
    .map((kind) => objectKinds[kind])
    .filter(({ group, versions }) => path === (group === '' ? '/api/v1' : `/apis/${group}/${versions[0]}`))
    .map(({ plural }) => ({ name: plural, verbs: ['list', 'watch'] }));
}

function logOf(): Buffer {
  const at = new Date(baseMesh.now() - 60_000).toISOString();
  return Buffer.from(
    [
      `${at} [2026-11-21T02:01:20.631Z] "GET /reviews/0 HTTP/1.1" 200 - via_upstream - "-" 0 379 13 12 "-" "curl/8" "9f0e" "reviews:9080" "10.244.0.9:9080" outbound|9080|v1|reviews.bookinfo.svc.cluster.local 10.244.0.7:41 10.96.1.26:9080 10.244.0.7:40 - default`,
      `${at} {"level":"error","time":"2026-11-21T02:01:20Z","msg":"could not connect","error":"refused"}`,
      `${at} 2026-11-21T02:01:20.631000Z\tinfo\txdsproxy\tconnected to upstream XDS server: istiod:15012`,
      `${at} plain words`,
      '',
    ].join('\n'),
  );
}
