import type { Health } from '#lib/contract/health.ts';
import type { ControlPlane, Revision, RevisionTag } from '#lib/contract/mesh.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { namespaceMode } from '#server/mesh/inventory/namespace-injection.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { textAt } from '#server/mesh/proxy/json/json.ts';
import type { ControlPlaneFacts } from './facts.ts';
import { type IstioWebhook, istioWebhooks } from './istio-webhooks.ts';

export type Revisions = { revisions: Revision[]; tags: RevisionTag[]; outside: string[]; ambient: string[] };

/**
 * Every revision that anything speaks of, and the tags that stand for some. A namespace says `istio-injection=enabled`,
 * which asks for the tag `default` where there is one, or `istio.io/rev`, which may name a tag or a revision.
 */
export function revisionsOf(facts: ControlPlaneFacts, planes: readonly ControlPlane[]): Revisions {
  const webhooks = istioWebhooks(facts.objects.MutatingWebhookConfiguration);
  const tagged = webhooks.filter((webhook) => webhook.tag !== undefined);
  const running = new Set(planes.map(({ revision }) => revision));
  const asked = facts.objects.Namespace.flatMap((namespace) => {
    const name = askedRevision(namespace);
    if (name === undefined) return [];
    const revision = tagged.find(({ tag }) => tag === name)?.revision ?? name;
    return [{ namespace: namespace.metadata.name, name, revision }];
  });
  const proxyRevisions = proxiesOf(facts.objects).flatMap(({ pod, type }) =>
    type === 'ztunnel' ? [] : [revisionOfPod(pod, tagged)],
  );
  const names = new Set([
    ...running,
    ...webhooks.map(({ revision }) => revision),
    ...asked.map(({ revision }) => revision),
    ...proxyRevisions,
  ]);
  const usersOf = (name: string) => asked.filter((each) => each.name === name).map((each) => each.namespace);
  return {
    revisions: [...names].sort().map((revision) => {
      const namespaces = asked.filter((each) => each.revision === revision).map((each) => each.namespace);
      const proxies = proxyRevisions.filter((each) => each === revision).length;
      const hasControlPlane = running.has(revision);
      return {
        revision,
        hasControlPlane,
        tags: tagged.flatMap((each) => (each.revision === revision ? (each.tag ?? []) : [])),
        namespaces,
        proxies,
        health: revisionHealth({ revision, hasControlPlane, namespaces, proxies }),
      };
    }),
    tags: tagged.map((webhook) => revisionTag(webhook, { running, usersOf })),
    outside: namespaceNames(facts, 'none').filter(
      (name) => !asked.some(({ namespace }) => namespace === name),
    ),
    ambient: namespaceNames(facts, 'ambient'),
  };
}

function askedRevision({ metadata }: ObjectOf<'Namespace'>): string | undefined {
  const { 'istio-injection': injection, 'istio.io/rev': revision } = metadata.labels;
  if (injection !== undefined) return injection === 'enabled' ? 'default' : undefined;
  return revision;
}

/** The injector writes it into the pod: as an annotation of its own, or inside `sidecar.istio.io/status`. */
function revisionOfPod({ metadata }: ObjectOf<'Pod'>, tagged: readonly IstioWebhook[]): string {
  const { labels, annotations } = metadata;
  const name =
    annotations['istio.io/rev'] ??
    revisionOfStatus(annotations['sidecar.istio.io/status']) ??
    labels['istio.io/rev'];
  return tagged.find(({ tag }) => tag === name)?.revision ?? name ?? 'default';
}

function revisionOfStatus(status: string | undefined): string | undefined {
  if (status === undefined) return undefined;
  try {
    return textAt(JSON.parse(status), 'revision');
  } catch {
    // Some write it by hand; what is no JSON names no revision.
    return undefined;
  }
}

function namespaceNames({ objects }: ControlPlaneFacts, mode: ReturnType<typeof namespaceMode>): string[] {
  return objects.Namespace.filter((each) => namespaceMode(each) === mode).map(
    ({ metadata }) => metadata.name,
  );
}

type Used = { revision: string; hasControlPlane: boolean; namespaces: readonly string[]; proxies: number };

function revisionHealth({ revision, hasControlPlane, namespaces, proxies }: Used): Health {
  if (hasControlPlane) return { status: 'healthy', reasons: [] };
  const text = `No istiod of revision ${revision} runs`;
  if (namespaces.length > 0)
    return unwell(
      'failing',
      `${text}, but ${namespaces.join(', ')} ask for it: their new pods are refused or stay without a proxy`,
    );
  if (proxies > 0)
    return unwell('failing', `${text}, but ${proxies} proxies were injected by it: restart their pods`);
  return unwell('degraded', `${text}; only a webhook still names it`);
}

function revisionTag(
  { tag = '', revision, name }: IstioWebhook,
  { running, usersOf }: { running: ReadonlySet<string>; usersOf: (name: string) => string[] },
): RevisionTag {
  const namespaces = usersOf(tag);
  return {
    tag,
    revision,
    webhook: name,
    namespaces,
    health: running.has(revision)
      ? { status: 'healthy', reasons: [] }
      : unwell(
          namespaces.length > 0 ? 'failing' : 'degraded',
          `It points to revision ${revision}, of which no istiod runs`,
        ),
  };
}

function unwell(status: Health['status'], text: string): Health {
  return { status, reasons: [{ text, evidence: [] }] };
}
