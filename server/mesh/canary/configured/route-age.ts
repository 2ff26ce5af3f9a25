type Metadata = { name: string; namespace?: string | undefined; creationTimestamp?: string | undefined };

/** A text that sorts as Istio sorts routes which contradict each other: by creation, then name, then namespace. */
export function routeAge({ name, namespace = '', creationTimestamp = '' }: Metadata): string {
  return `${creationTimestamp} ${name} ${namespace}`;
}
