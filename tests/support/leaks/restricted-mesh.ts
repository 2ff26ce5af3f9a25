import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Access } from '#server/access/access.ts';
import { reviewedVisibility } from '#server/access/reviewed-visibility.ts';
import { ViglaError } from '#server/errors.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import { createGrafana } from '#server/sources/grafana/grafana.ts';
import type { Sources } from '#server/sources/interface.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { bookinfoFolder, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { istioDashboards, startGrafana } from '#tests/support/made-grafana.ts';

/** Titles that name what not everybody may see. */
const tellingDashboards = istioDashboards.map((dashboard) => ({
  ...dashboard,
  title: `${dashboard.title} of bookinfo and productpage`,
}));
const chosen = { workload: 'workloads-uid', service: 'services-uid', proxy: 'pilot-uid', mesh: 'mesh-uid' };

const apiVersion = 'rbac.authorization.k8s.io/v1';
const apiGroup = 'rbac.authorization.k8s.io';

/** `sam` may list pods of one namespace alone. */
function writeRights(namespace: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-leaks-')), 'rights.json');
  const metadata = { name: 'see-pods', namespace };
  const items = [
    {
      apiVersion,
      kind: 'Role',
      metadata,
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
    },
    {
      apiVersion,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup, kind: 'Role', name: 'see-pods' },
      subjects: [{ kind: 'Group', name: `team-${namespace}`, apiGroup }],
    },
  ];
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return file;
}

function writeUsers(namespace: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-leaks-')), 'users.yaml');
  writeFileSync(
    file,
    JSON.stringify({
      'sam-token': { username: 'sam', groups: [`team-${namespace}`] },
      'nobody-token': { username: 'nobody', groups: [] },
    }),
  );
  return file;
}

/**
 * A mesh whose API server enforces rights: objects, istiod, proxies and reviews of it, traffic, traces and logs modelled.
 * Callers say who they are by their token, as with `VIGLA_AUTH=token`.
 */
export async function startRestrictedMesh(namespace: string): Promise<{
  sources: Sources;
  access: Access;
  /** Whether the API server answers what somebody may do. */
  setReviews(isAnswered: boolean): void;
  stop(): Promise<void>;
}> {
  const api = await startKubeapi({
    load: [join(bookinfoFolder, 'kubernetes'), writeRights(namespace)],
    flags: ['-rbac', '-users', writeUsers(namespace)],
  });
  const proxy = await startFaultyProxy(api.url);
  const grafana = await startGrafana({ dashboards: tellingDashboards });
  const nowMs = Date.now();
  const connect = (url: string) =>
    createKubernetes({ kubeconfigPath: writeKubeconfig(url, { token: 'admin' }) });
  const kubernetes = connect(api.url);
  const asked = connect(proxy.url);
  const pods = {
    forwardPort: kubernetes.forwardPort,
    objects: kubernetes,
    timeoutMs: 20_000,
    limitBytes: 64_000_000,
  };
  const sources: Sources = {
    // Time stands still, so that answers can be compared.
    ...createRecording({ now: () => nowMs }),
    mode: 'cluster',
    objects: kubernetes,
    istiod: createIstiod(pods),
    envoy: createEnvoy({ ...pods, isWritable: true }),
    reviews: asked.reviews,
    grafana: createGrafana({
      url: grafana.url,
      externalUrl: 'https://grafana.example',
      timeoutMs: 20_000,
      chosen,
    }),
  };
  const access: Access = {
    async identify(request) {
      const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      if (token === undefined) throw new ViglaError('unauthenticated', 'Sign in first.');
      return { name: token, groups: [], isAnonymous: false, token };
    },
    visibilityOf: reviewedVisibility({ getSources: () => sources }),
  };
  return {
    sources,
    access,
    setReviews(isAnswered) {
      const isReview = (address: string) => address.includes('accessreviews');
      proxy.setFault(isAnswered ? undefined : { kind: 'status', status: 503 }, isReview);
    },
    async stop() {
      await Promise.all([kubernetes.stop(), asked.stop()]);
      await Promise.all([proxy.stop(), grafana.stop()]);
      await api.stop();
    },
  };
}
