import type { ControlPlane, Revision, RevisionTag } from '#lib/contract/mesh.ts';
import { namespaceMode } from '#server/mesh/inventory/namespace-injection.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { askedRevision, revisionOfPod } from './asked-revision.ts';
import type { ControlPlaneFacts } from './facts.ts';
import { istioWebhooks } from './istio-webhooks.ts';
import { revisionHealth, tagHealth } from './revision-health.ts';

export type Revisions = { revisions: Revision[]; tags: RevisionTag[]; outside: string[]; ambient: string[] };

/**
 * Every revision that anything speaks of, and the tags that stand for some. A namespace says `istio-injection=enabled`,
 * which asks for the tag `default` where there is one, or `istio.io/rev`, which may name a tag or a revision.
 */
export function revisionsOf(facts: ControlPlaneFacts, planes: readonly ControlPlane[]): Revisions {
  const webhooks = istioWebhooks(facts.objects.MutatingWebhookConfiguration);
  const tagged = webhooks.filter((webhook) => webhook.tag !== undefined);
  const running = new Set(planes.map(({ revision }) => revision));
  // Without its pods and Deployments nothing is known of a control plane, least of all that it is gone.
  const arePlanesKnown = !facts.unread.has('Pod') && !facts.unread.has('Deployment');
  const asked = facts.objects.Namespace.flatMap((namespace) => {
    const name = askedRevision(namespace);
    if (name === undefined) return [];
    const revision = tagged.find(({ tag }) => tag === name)?.revision ?? name;
    return [{ namespace: namespace.metadata.name, name, revision }];
  });
  // A ztunnel is injected by nobody.
  const proxies = proxiesOf(facts.objects).filter(({ type }) => type !== 'ztunnel');
  const proxyRevisions = proxies.map(({ pod }) => revisionOfPod(pod, tagged));
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
      const count = proxyRevisions.filter((each) => each === revision).length;
      const hasControlPlane = running.has(revision);
      return {
        revision,
        hasControlPlane,
        tags: tagged.flatMap((each) => (each.revision === revision ? (each.tag ?? []) : [])),
        namespaces,
        proxies: count,
        health: revisionHealth({ revision, hasControlPlane, arePlanesKnown, namespaces, proxies: count }),
      };
    }),
    tags: tagged.map(({ tag = '', revision, name }) => {
      const namespaces = usersOf(tag);
      const hasControlPlane = running.has(revision);
      return {
        tag,
        revision,
        webhook: name,
        namespaces,
        proxies: proxies.filter(
          ({ pod, namespace }) =>
            (pod.metadata.labels['istio.io/rev'] ?? (namespaces.includes(namespace) ? tag : '')) === tag,
        ).length,
        health: tagHealth({ revision, hasControlPlane, arePlanesKnown, namespaces }),
      };
    }),
    outside: namespaceNames(facts, 'none').filter(
      (name) => !asked.some(({ namespace }) => namespace === name),
    ),
    ambient: namespaceNames(facts, 'ambient'),
  };
}

function namespaceNames({ objects }: ControlPlaneFacts, mode: ReturnType<typeof namespaceMode>): string[] {
  return objects.Namespace.filter((each) => namespaceMode(each) === mode).map(
    ({ metadata }) => metadata.name,
  );
}
