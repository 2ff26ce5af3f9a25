import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { ProxyTabId } from '../proxy-state.ts';

type Command = (proxy: string, target: ProxyTarget) => string;

/** How each tab is seen without Vigla. `proxy` is `<pod>.<namespace>`. */
const commands: Record<ProxyTabId, Command> = {
  clusters: (proxy) => `istioctl proxy-config clusters ${proxy}`,
  listeners: (proxy) => `istioctl proxy-config listeners ${proxy}`,
  routes: (proxy) => `istioctl proxy-config routes ${proxy}`,
  endpoints: (proxy) => `istioctl proxy-config endpoints ${proxy}`,
  secrets: (proxy) => `istioctl proxy-config secret ${proxy}`,
  ecds: (proxy) => `istioctl proxy-config ecds ${proxy}`,
  bootstrap: (proxy) => `istioctl proxy-config bootstrap ${proxy}`,
  ztunnel: (proxy) => `istioctl ztunnel-config all ${proxy}`,
  stats: (proxy) => `istioctl experimental envoy-stats ${proxy}`,
  logging: (proxy) => `istioctl proxy-config log ${proxy}`,
  raw: (proxy) => `istioctl proxy-config all ${proxy} -o json`,
  drift: (proxy) => `istioctl proxy-status ${proxy}`,
  compare: (_, { namespace, pod }) =>
    `kubectl exec -n ${namespace} ${pod} -c istio-proxy -- pilot-agent request GET config_dump`,
};

/** The command of the open tab first, then those that tell of the proxy as a whole. */
export function proxyCommands(target: ProxyTarget, tab: ProxyTabId): string[] {
  const proxy = `${target.pod}.${target.namespace}`;
  const asked = [tab, 'drift', 'raw', 'compare'] as const;
  return [...new Set(asked.map((id) => commands[id](proxy, target)))];
}
