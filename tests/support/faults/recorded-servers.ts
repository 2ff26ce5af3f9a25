import { type AdminPath, adminPaths } from '#lib/proxy/admin-paths.ts';
import { type IstiodEndpoint, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import type { ProxyName } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { type LocalServer, startServer } from '#tests/support/local-server.ts';

const recording = createRecording({});

/** The administration of one recorded Envoy. */
export function startRecordedEnvoy(proxy: ProxyName): Promise<LocalServer> {
  return startServer(async (response, { path }) => {
    const asked = path.slice(1);
    if (recording.envoy === undefined || !isAdminPath(asked)) return response.writeHead(404).end();
    response.end(await recording.envoy.admin(proxy, { path: asked }));
  });
}

/**
 * A replica of istiod with the recorded answers; one to which no proxy is connected leaves those about proxies out. What
 * it has sent and heard goes by `pushCount`, so that after a push nobody may go on with what he read before.
 */
export function startRecordedIstiod(options: {
  hasProxies: boolean;
  pushCount: () => number;
}): Promise<LocalServer> {
  const { hasProxies, pushCount } = options;
  return startServer(async (response, { path, form }) => {
    const endpoint = endpoints.find((name) => istiodEndpoints[name].path === path);
    if (recording.istiod === undefined || endpoint === undefined) return response.writeHead(404).end();
    const isOfProxy = istiodEndpoints[endpoint].isPerProxy && form.has('proxyID');
    if (!hasProxies && endpoint === 'syncz') return response.end('[]');
    if (!hasProxies && isOfProxy) return response.writeHead(404).end(notConnected);
    const parameters: Record<string, string> = isOfProxy ? { proxyID: form.get('proxyID') ?? '' } : {};
    const [answer] = await recording.istiod.ask({ endpoint, parameters });
    if (answer?.body === undefined) return response.writeHead(404).end(isOfProxy ? notConnected : '');
    if (endpoint !== 'syncz') return response.end(answer.body);
    const text = new TextDecoder().decode(answer.body);
    response.end(text.replaceAll(/(Z\/)([0-9a-f-]{36,})/g, `$1${pushCount()}-$2`));
  });
}

const notConnected = 'Proxy not connected to this Pilot instance. It may be connected to another instance.';

const endpoints = Object.keys(istiodEndpoints).filter(
  (name): name is IstiodEndpoint => name in istiodEndpoints,
);

function isAdminPath(path: string): path is AdminPath {
  return path in adminPaths;
}
