'use client';

import type { z } from 'zod';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { ZtunnelSection } from './ztunnel-state.ts';

/** One table of a ztunnel. */
export function useZtunnel<Schema extends z.ZodType>(
  { namespace, pod }: ProxyTarget,
  section: ZtunnelSection,
  schema: Schema,
) {
  return useAnswer({
    path: `/api/ztunnels/${encodeURIComponent(namespace)}/${encodeURIComponent(pod)}/${section}`,
    parameters: {},
    schema,
  });
}
