import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';

const injected = z.looseObject({ revision: z.string().optional() });

/** Of istiod, that a pod belongs to: the injector writes it on every pod that it changes. */
export function podRevision({ metadata }: ObjectOf<'Pod'>): string | undefined {
  const written = metadata.annotations['istio.io/rev'] ?? metadata.labels['istio.io/rev'];
  if (written !== undefined) return written;
  try {
    return injected.safeParse(JSON.parse(metadata.annotations['sidecar.istio.io/status'] ?? '{}')).data
      ?.revision;
  } catch {
    return undefined;
  }
}
