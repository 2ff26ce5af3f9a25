type Metadata = { name: string; namespace?: string | undefined; creationTimestamp?: string | undefined };

/** Istio's order of objects that contradict each other: the oldest first, of the same second by name. */
export function oldestFirst(one: { metadata: Metadata }, other: { metadata: Metadata }): number {
  const [left, right] = [ageKey(one.metadata), ageKey(other.metadata)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function ageKey({ name, namespace, creationTimestamp }: Metadata): string {
  return `${creationTimestamp ?? ''} ${name} ${namespace ?? ''}`;
}
