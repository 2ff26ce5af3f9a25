'use client';

import { useProxy } from '#components/ui/scope/use-proxy.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';

/** Whether the server says that a secret's certificate should have been renewed by now. */
export function useIsOld(target: ProxyTarget, secret: string): boolean {
  const drift = useProxy(target).data?.data.drift ?? [];
  return drift.some(
    (finding) => finding.class === 'certificateOld' && finding.items.some(({ name }) => name === secret),
  );
}
