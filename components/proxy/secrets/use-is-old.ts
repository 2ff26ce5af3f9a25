'use client';

import type { ProxyTarget } from '#lib/proxy-target.ts';
import { useProxy } from '../use-proxy.ts';

/** Whether the server says that a secret's certificate should have been renewed by now. */
export function useIsOld(target: ProxyTarget, secret: string): boolean {
  const drift = useProxy(target).data?.data.drift ?? [];
  return drift.some(
    (finding) => finding.class === 'certificateOld' && finding.items.some(({ name }) => name === secret),
  );
}
