/** One proxy: what its page and each of its tabs look at. */
export type ProxyTarget = { namespace: string; pod: string; cluster?: string | undefined };

export function proxyPath({ namespace, pod }: ProxyTarget): string {
  return `/proxies/${encodeURIComponent(namespace)}/${encodeURIComponent(pod)}`;
}

/** The API's route of a proxy or one of its sections, e.g. `/api/proxies/shop/web-1/routes`. */
export function proxyRoute(target: ProxyTarget, section?: string): string {
  return `/api${proxyPath(target)}${section === undefined ? '' : `/${section}`}`;
}

/** What every tab of a proxy's page is given. */
export type ProxyTabProps = { target: ProxyTarget };
