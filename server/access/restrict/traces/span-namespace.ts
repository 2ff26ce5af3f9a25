import type { Span } from '#lib/contract/traces.ts';

const tags = ['istio.namespace', 'app.namespace', 'k8s.namespace.name'];

/**
 * The namespace whose span it is: by its proxy (`<type>~<ip>~<pod>.<namespace>~<domain>` in Istio's tag `node_id`), by a
 * tag, or by its service's name. Undefined where nothing says it.
 */
export function namespaceOfSpan({ attributes, resource, service }: Span): string | undefined {
  const [, , proxy] = (attributes.node_id ?? resource.node_id)?.split('~') ?? [];
  const tagged = tags.map((tag) => attributes[tag] ?? resource[tag]).find((value) => value);
  return namespaceOfName(proxy ?? '') ?? tagged ?? namespaceOfName(service);
}

/** Of `<name>.<namespace>`, as Istio names proxies and services of traces. */
export function namespaceOfName(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot < 1 ? undefined : name.slice(dot + 1);
}
