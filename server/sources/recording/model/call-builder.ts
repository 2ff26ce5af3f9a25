import {
  type Answer,
  type Behaviour,
  faultAnswer,
  ordinaryAnswers,
  type SpecialAnswer,
  specialAnswer,
} from './answers.ts';
import { behaviourByWorkload, behindIncident, inIncident, standardBehaviour } from './behaviours.ts';
import { extraCalls } from './extra-calls.ts';
import type { MeshModel } from './mesh-model.ts';
import { demandsMutualTls } from './plaintext.ts';
import type { ProxyRoute, ProxyRoutes } from './proxy-routes.ts';
import { answeredStep, type Ends, type Receiver } from './reports.ts';
import { unknownService } from './services.ts';
import type { Latency, Step } from './step.ts';
import type { Workload } from './workloads.ts';

/** One kind of request. `answer` is set where the request itself brings about how it ends. */
export type Call = {
  source: Workload;
  url: URL;
  headers?: Readonly<Record<string, string>>;
  /** The gateway's route table; a sidecar's is named after the port. */
  table?: string;
  /** The path that the callee sees, where a route rewrites it. */
  arrivesAs?: string;
  answer?: SpecialAnswer;
};

/** Where nothing listens: every listener of this proxy was rejected. */
const withoutListeners = ['broken/rejected'];
const passthrough = 'PassthroughCluster';
const refusalSize = { requestBytes: 640, responseBytes: 220 };

/** Builds streams of requests out of what each caller's proxy has. One builder for each regime. */
export class CallBuilder {
  readonly #mesh: MeshModel;
  /** The workload that an incident has hit, as `<namespace>/<name>`. */
  readonly #incident: string;
  /** Every workload that a stream of this builder reaches. */
  readonly reached = new Set<string>();
  #incidentCalls = 0;

  constructor(mesh: MeshModel, incident: string) {
    this.#mesh = mesh;
    this.#incident = incident;
  }

  call(call: Call): Step {
    const routes = this.#mesh.routesOf(call.source);
    if (routes === undefined) return this.#plaintext(call);
    return call.url.protocol === 'tcp:' ? this.#tcp(call, routes) : this.#http(call, routes);
  }

  #http(call: Call, routes: ProxyRoutes): Step {
    const { source, url, headers = {} } = call;
    const name = `${source.key} -> ${url.href}`;
    const table = call.table ?? portOf(url);
    const route = routes.routeOf({ table, host: url.hostname, path: url.pathname, headers });
    const ends = { source, service: unknownService, destination: undefined, isMutualTls: false };
    if (route === undefined) return this.#ended(name, ends, 'noRoute');
    const named = { ...ends, service: { ...unknownService, host: url.hostname } };
    if (route.name === 'block_all') {
      return this.#ended(
        name,
        { ...named, service: { ...named.service, name: 'BlackHoleCluster' } },
        'blocked',
      );
    }
    if (route.route === undefined) return this.#ended(name, ends, 'redirected');
    const clusters = route.route.weighted_clusters?.clusters ?? [
      { name: route.route.cluster ?? '', weight: 1 },
    ];
    const total = clusters.reduce((sum, cluster) => sum + cluster.weight, 0);
    const choices = clusters.map((cluster) => ({
      share: cluster.weight / total,
      step: this.#cluster({ call, routes, route, cluster: cluster.name }),
    }));
    return { name, oneOf: choices, also: this.#mirrored(call, routes, route) };
  }

  #cluster(input: { call: Call; routes: ProxyRoutes; route: ProxyRoute; cluster: string }): Step {
    const { call, routes, route, cluster } = input;
    const { source, url } = call;
    const ends = {
      source,
      service: { ...unknownService, host: url.hostname },
      destination: undefined,
      isMutualTls: false,
    };
    if (cluster === passthrough) {
      return this.#outside(cluster, { ...ends, service: { ...ends.service, name: passthrough } });
    }
    if (!routes.hasCluster(cluster)) {
      return this.#ended(cluster, { ...ends, service: { ...ends.service, name: url.hostname } }, 'noCluster');
    }
    const { service, port, workloads } = this.#mesh.registry.destinationOf(cluster);
    const isInside = service.host.endsWith('.svc.cluster.local');
    const fault = faultOf(route, this.#behaviour(workloads[0]).latency);
    if (fault?.name === 'aborted') return this.#answered(cluster, { ...ends, service }, fault);
    if (!isInside) return this.#outside(cluster, { ...ends, service });
    const isMutualTls = routes.usesTls(cluster);
    const choices = workloads.map((workload) => ({
      share: 1 / workloads.length,
      step: this.#reached({
        call,
        ends: { source, service, destination: workload, isMutualTls },
        port,
        fault,
      }),
    }));
    return choices.length === 0
      ? this.#ended(cluster, { ...ends, service }, 'noHealthyUpstream')
      : { name: cluster, oneOf: choices };
  }

  /** A request that comes to a workload, with the calls that it makes there. */
  #reached(input: {
    call: Call;
    ends: Ends & { destination: Workload };
    port: number;
    fault?: Answer | undefined;
  }): Step {
    const { call, ends, port, fault } = input;
    const { destination } = ends;
    if (withoutListeners.includes(destination.key)) {
      return this.#ended(
        destination.key,
        { ...ends, destination: undefined, isMutualTls: false },
        'connectionFailed',
      );
    }
    if (!ends.isMutualTls && demandsMutualTls(this.#mesh.snapshot, destination, port)) {
      return this.#ended(destination.key, { ...ends, destination: undefined }, 'connectionReset');
    }
    this.reached.add(destination.key);
    const incidentCallsBefore = this.#incidentCalls;
    const also = call.answer === undefined ? this.#callsOf(destination, call) : [];
    const waits = this.#incidentCalls > incidentCallsBefore;
    if (destination.key === this.#incident) this.#incidentCalls += 1;
    const behaviour = this.#behaviour(destination, waits);
    const special = call.answer === undefined ? fault : specialAnswer(call.answer);
    const answers = special === undefined ? ordinaryAnswers(behaviour, ends.source !== undefined) : [special];
    const receiver = this.#receiver(destination, port);
    return {
      ...answeredStep({ name: destination.key, ends, answers, size: behaviour.size, receiver }),
      also,
    };
  }

  /** A destination outside the mesh: only the caller's proxy says anything. */
  #outside(name: string, ends: Ends): Step {
    const { size } = standardBehaviour;
    return answeredStep({ name, ends, answers: ordinaryAnswers(standardBehaviour, true), size });
  }

  /** A request that ends at the caller's proxy. */
  #ended(name: string, ends: Ends, answer: SpecialAnswer): Step {
    return this.#answered(name, ends, specialAnswer(answer));
  }

  #answered(name: string, ends: Ends, answer: Answer): Step {
    return answeredStep({ name, ends, answers: [answer], size: refusalSize });
  }

  #behaviour(workload: Workload | undefined, waits = false): Behaviour {
    const usual = behaviourByWorkload[workload?.key ?? ''] ?? standardBehaviour;
    if (workload?.key === this.#incident) return inIncident(usual);
    return waits ? behindIncident(usual) : usual;
  }

  #callsOf(workload: Workload, cause: Call): Step[] {
    const path = cause.arrivesAs ?? cause.url.pathname;
    const { headers = {} } = cause;
    const own = workload.calls.filter(({ onPath }) => onPath !== undefined && path.startsWith(onPath));
    const extra = extraCalls.filter(({ from, onPath }) => from === workload.key && path.startsWith(onPath));
    const calls = own.map(({ url }) => this.call({ source: workload, url, headers }));
    const some = extra.map(({ url, method, share }) => ({
      name: `some ${method ?? ''} ${url}`,
      oneOf: [{ share, step: this.call({ source: workload, url: new URL(url) }) }],
    }));
    if (workload.key !== 'istio-system/istio-egressgateway') return [...calls, ...some];
    const onward = {
      source: workload,
      url: cause.url,
      table: 'https.80.https-port-for-tls-origination.egress.external',
    };
    return [this.call(onward)];
  }

  /** A copy sent by the caller's proxy after the fact: only the proxy that gets it counts it. */
  #mirrored(call: Call, routes: ProxyRoutes, route: ProxyRoute): Step[] {
    return (route.route?.request_mirror_policies ?? []).map(({ cluster, runtime_fraction: fraction }) => {
      const { numerator = 100, denominator = 'HUNDRED' } = fraction?.default_value ?? {};
      const share =
        numerator / (denominator === 'MILLION' ? 1_000_000 : denominator === 'TEN_THOUSAND' ? 10_000 : 100);
      const copy: Call = { ...call, answer: 'mirrored' };
      return {
        name: 'mirror',
        oneOf: [{ share, step: this.#cluster({ call: copy, routes, route, cluster }) }],
      };
    });
  }

  #tcp(call: Call, routes: ProxyRoutes): Step {
    const { source, url } = call;
    const name = `${source.key} -> ${url.href}`;
    const host = this.#mesh.registry.fullHost(url.hostname, source.namespace);
    const cluster = `outbound|${url.port}||${host}`;
    const nowhere = {
      source,
      service: { ...unknownService, name: passthrough },
      destination: undefined,
      isMutualTls: false,
    };
    if (!routes.hasCluster(cluster)) return this.#connected(name, nowhere);
    const { service, port, workloads } = this.#mesh.registry.destinationOf(cluster);
    const [destination] = workloads;
    const ends = {
      source,
      service,
      destination,
      isMutualTls: destination !== undefined && routes.usesTls(cluster),
    };
    return this.#connected(
      name,
      ends,
      destination === undefined ? undefined : this.#receiver(destination, port),
    );
  }

  /** A caller without a proxy: nobody speaks for it, and where mutual TLS is demanded nothing is counted at all. */
  #plaintext({ source, url, ...call }: Call): Step {
    const host = this.#mesh.registry.fullHost(url.hostname, source.namespace);
    const { service, port, workloads } = this.#mesh.registry.destinationOf(
      `outbound|${portOf(url)}||${host}`,
    );
    const [destination] = workloads;
    const name = `${source.key} -> ${url.href}`;
    if (destination === undefined || demandsMutualTls(this.#mesh.snapshot, destination, port)) {
      return { name: `${name} refused before a filter chain` };
    }
    const ends = { source: undefined, service, destination, isMutualTls: false };
    if (url.protocol === 'tcp:') return this.#connected(name, ends, this.#receiver(destination, port));
    return { name, also: [this.#reached({ call: { source, url, ...call }, ends, port })] };
  }

  #connected(name: string, ends: Ends, receiver?: Receiver): Step {
    if (ends.destination !== undefined) this.reached.add(ends.destination.key);
    const { size, latency } = this.#behaviour(ends.destination);
    const answers = [{ ...specialAnswer('mirrored'), source: { code: '0', flags: '-' }, latency }];
    return answeredStep({ name, ends, answers, size, receiver, isTcp: true });
  }

  /** Gateways have no inbound clusters: they count what they send on, not what they are sent. */
  #receiver(workload: Workload, port: number): Receiver | undefined {
    const service = this.#mesh.inboundService(workload, port);
    return service === undefined ? undefined : { service, isHttp: this.#mesh.registry.isHttp(service, port) };
  }
}

function portOf(url: URL): string {
  return url.port === '' ? '80' : url.port;
}

function faultOf(route: ProxyRoute, usual: Latency): Answer | undefined {
  const fault = route.typed_per_filter_config?.['envoy.filters.http.fault'];
  if (fault === undefined) return undefined;
  const abortStatus = fault.abort?.http_status;
  return faultAnswer(
    { ...(abortStatus !== undefined && { abortStatus }), delayMs: millisecondsOf(fault.delay?.fixed_delay) },
    usual,
  );
}

/** Durations in Envoy's JSON are seconds with an `s`. */
function millisecondsOf(duration = '0s'): number {
  return Number.parseFloat(duration) * 1000;
}
