import { type SpecialAnswer, specialAnswer } from './answers.ts';
import type { Wire } from './exchange.ts';
import { extraCalls, onwardTables } from './extra-calls.ts';
import type { MeshModel } from './mesh-model.ts';
import { demandsMutualTls } from './plaintext.ts';
import type { ProxyRoute, ProxyRoutes } from './proxy-routes.ts';
import { Responder } from './responder.ts';
import { faultOf } from './route-fault.ts';
import { unknownService } from './services.ts';
import type { Step } from './step.ts';
import type { Workload } from './workloads.ts';

/** One kind of request. */
export type Call = {
  source: Workload;
  url: URL;
  method?: 'POST';
  headers?: Readonly<Record<string, string>>;
  /** The gateway's route table; a sidecar's is named after the port. */
  table?: string;
  /** The path that the callee sees, where a route rewrites it. */
  arrivesAs?: string;
  /** Set where the request itself brings about how it ends. */
  answer?: SpecialAnswer;
};
type RoutedCall = { call: Call; routes: ProxyRoutes; route: ProxyRoute; wire: Wire };

const passthrough = 'PassthroughCluster';
const blackHole = 'BlackHoleCluster';
const requestsPer: Readonly<Record<string, number>> = {
  HUNDRED: 100,
  TEN_THOUSAND: 10_000,
  MILLION: 1_000_000,
};

/** Builds streams of requests out of what each caller's proxy has, one builder for each regime. */
export class CallBuilder {
  readonly #mesh: MeshModel;
  readonly #responder: Responder;

  constructor(mesh: MeshModel, incident: string) {
    this.#mesh = mesh;
    this.#responder = new Responder(mesh, incident);
  }

  /** Every workload that a stream of this builder reaches. */
  get reached(): ReadonlySet<string> {
    return this.#responder.reached;
  }

  call(call: Call): Step {
    const routes = this.#mesh.routesOf(call.source);
    if (routes === undefined) return this.#plaintext(call);
    return call.url.protocol === 'tcp:' ? this.#tcp(call, routes) : this.#http(call, routes);
  }

  #http(call: Call, routes: ProxyRoutes): Step {
    const { source, url, headers = {} } = call;
    const name = nameOf(call);
    const route = routes.routeOf({
      table: call.table ?? portOf(url),
      host: url.hostname,
      path: url.pathname,
      headers,
    });
    const wire = {
      ...wireOf(call),
      routeName: route?.name ?? '-',
      operation: route?.decorator?.operation ?? url.host,
    };
    const ends = { source, service: unknownService, destination: undefined, isMutualTls: false, wire };
    if (route === undefined) return this.#responder.ended(name, ends, 'noRoute');
    if (route.name === 'block_all') {
      const service = { ...unknownService, host: url.hostname, name: blackHole };
      return this.#responder.ended(name, { ...ends, service }, 'blocked');
    }
    if (route.route === undefined) return this.#responder.ended(name, ends, 'redirected');
    const { weighted_clusters: weighted, cluster = '' } = route.route;
    const clusters = weighted?.clusters ?? [{ name: cluster, weight: 1 }];
    const total = clusters.reduce((sum, { weight }) => sum + weight, 0);
    const routed = { call, routes, route, wire };
    const oneOf = clusters.map((one) => ({ share: one.weight / total, step: this.#sent(routed, one.name) }));
    return { name, oneOf, also: this.#mirrored(routed) };
  }

  /** A request for which the caller's proxy has chosen a cluster. */
  #sent(routed: RoutedCall, cluster: string): Step {
    const { call, routes, route } = routed;
    const { source, url } = call;
    const responder = this.#responder;
    // Without a cluster's metadata the service is named after the host header.
    const dialled = { host: url.hostname, name: url.hostname, namespace: 'unknown' };
    const wire = { ...routed.wire, cluster };
    const ends = { source, service: dialled, destination: undefined, isMutualTls: false, wire };
    if (cluster === passthrough) {
      return responder.outside(cluster, { ...ends, service: { ...dialled, name: passthrough } });
    }
    if (!routes.hasCluster(cluster)) {
      const unrouted = { ...wire, cluster: undefined };
      return responder.ended(cluster, { ...ends, wire: unrouted }, 'noCluster');
    }
    const { podPort, workloads } = this.#mesh.registry.destinationOf(cluster);
    const service = routes.serviceOf(cluster) ?? dialled;
    const fault = faultOf(route, responder.behaviour(workloads[0]).latency);
    if (fault?.name === 'aborted') return responder.endedWith(cluster, { ...ends, service }, fault);
    if (!service.host.endsWith('.svc.cluster.local')) return responder.outside(cluster, { ...ends, service });
    if (workloads.length === 0) return responder.ended(cluster, { ...ends, service }, 'noHealthyUpstream');
    const special = call.answer === undefined ? fault : specialAnswer(call.answer);
    const isMutualTls = routes.usesTls(cluster);
    const oneOf = workloads.map((destination) => {
      const also = () => (call.answer === undefined ? this.#callsOf(destination, call) : []);
      const step = responder.arrived({
        ends: { source, service, destination, isMutualTls, wire: { ...wire, callee: destination, podPort } },
        podPort,
        special,
        also,
      });
      return { share: 1 / workloads.length, step };
    });
    return { name: cluster, oneOf };
  }

  #callsOf(source: Workload, cause: Call): Step[] {
    const { headers = {}, url: causeUrl, arrivesAs: path = causeUrl.pathname } = cause;
    const table = onwardTables[source.key];
    if (table !== undefined) return [this.call({ source, url: causeUrl, table })];
    const own = source.calls.filter(({ onPath }) => onPath !== undefined && path.startsWith(onPath));
    const extra = extraCalls.filter(({ from, onPath }) => from === source.key && path.startsWith(onPath));
    return [
      ...own.map(({ url }) => this.call({ source, url, headers })),
      ...extra.map(({ url, method = 'GET', share }) => ({
        name: `some ${method} ${url}`,
        oneOf: [
          { share, step: this.call({ source, url: new URL(url), ...(method === 'POST' && { method }) }) },
        ],
      })),
    ];
  }

  /** A copy sent by the caller's proxy after the fact: only the proxy that gets it counts it. */
  #mirrored({ call, routes, route, wire }: RoutedCall): Step[] {
    const copy: RoutedCall = {
      call: { ...call, answer: 'mirrored' },
      routes,
      route,
      wire: { ...wire, isMirrored: true },
    };
    return (route.route?.request_mirror_policies ?? []).map(({ cluster, runtime_fraction: fraction }) => {
      const { numerator, denominator } = fraction?.default_value ?? {
        numerator: 100,
        denominator: 'HUNDRED',
      };
      const share = numerator / (requestsPer[denominator] ?? 100);
      return { name: 'mirror', oneOf: [{ share, step: this.#sent(copy, cluster) }] };
    });
  }

  #tcp(call: Call, routes: ProxyRoutes): Step {
    const { source, url } = call;
    const cluster = `outbound|${url.port}||${this.#mesh.registry.fullHost(url.hostname, source.namespace)}`;
    const nowhere = { ...unknownService, name: passthrough };
    const wire = { ...wireOf(call), cluster: passthrough };
    const ends = { source, service: nowhere, destination: undefined, isMutualTls: false, wire };
    if (!routes.hasCluster(cluster)) return this.#responder.connected(nameOf(call), ends);
    const { podPort, workloads } = this.#mesh.registry.destinationOf(cluster);
    const [destination] = workloads;
    const service = routes.serviceOf(cluster) ?? nowhere;
    const isMutualTls = destination !== undefined && routes.usesTls(cluster);
    const known = { ...wire, cluster, callee: destination, podPort };
    const reached = { source, service, destination, isMutualTls, wire: known };
    return this.#responder.connected(nameOf(call), reached, podPort);
  }

  /** A caller without a proxy: nobody speaks for it, and where mutual TLS is demanded nothing is counted at all. */
  #plaintext(call: Call): Step {
    const { source, url } = call;
    const { registry, snapshot } = this.#mesh;
    const host = registry.fullHost(url.hostname, source.namespace);
    const { service, podPort, workloads } = registry.destinationOf(`outbound|${portOf(url)}||${host}`);
    const [destination] = workloads;
    const name = nameOf(call);
    const operation = `${host}:${portOf(url)}/*`;
    const wire = { ...wireOf(call), callee: destination, podPort, operation };
    if (destination === undefined || demandsMutualTls(snapshot, destination, podPort)) {
      return { name: `${name} refused before a filter chain`, exchange: { wire, answer: 'refused' } };
    }
    const ends = { source: undefined, service, destination, isMutualTls: false, wire };
    if (url.protocol === 'tcp:') return this.#responder.connected(name, ends, podPort);
    const also = () => this.#callsOf(destination, call);
    return { name, also: [this.#responder.arrived({ ends, podPort, also })] };
  }
}

/** Before any route is known. */
function wireOf({ source, url, method, arrivesAs = url.pathname, answer }: Call): Wire {
  return {
    caller: source,
    callee: undefined,
    isTcp: url.protocol === 'tcp:',
    isMirrored: answer === 'mirrored',
    method: method ?? 'GET',
    authority: url.host,
    path: url.pathname,
    arrivesAs,
    cluster: undefined,
    routeName: '-',
    operation: url.host,
    podPort: 0,
  };
}

function nameOf({ source, url }: Call): string {
  return `${source.key} -> ${url.href}`;
}

function portOf(url: URL): string {
  return url.port === '' ? '80' : url.port;
}
