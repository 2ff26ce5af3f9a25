import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';

const injected = z.looseObject({ revision: z.string().optional() });

/**
 * Of istiod, that a pod belongs to: the injector writes it on every pod that it changes, older ones inside
 * `sidecar.istio.io/status`. The label is what was asked for, maybe by a tag.
 */
export function podRevision({ metadata }: ObjectOf<'Pod'>): string | undefined {
  const { annotations, labels } = metadata;
  return (
    annotations['istio.io/rev'] ??
    revisionOfStatus(annotations['sidecar.istio.io/status']) ??
    labels['istio.io/rev']
  );
}

/** Some write it by hand; what is no JSON names no revision. */
function revisionOfStatus(status: string | undefined): string | undefined {
  try {
    return injected.safeParse(JSON.parse(status ?? '{}')).data?.revision;
  } catch {
    return undefined;
  }
}
