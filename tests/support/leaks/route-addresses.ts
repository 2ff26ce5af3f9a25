import type { apiFiles } from '#lib/contract/files.ts';
import type { apiPosts } from '#lib/contract/posts.ts';
import type { apiRoutes } from '#lib/contract/routes.ts';
import type { apiStreams } from '#lib/contract/streams.ts';

/** Something in a namespace that each kind of route can be asked about. */
export type Place = {
  namespace: string;
  pod: string;
  otherPod: string;
  workload: string;
  service: string;
  application: string;
  route: { kind: string; name: string; rule: string };
  object: { kind: string; name: string };
  /** A trace with spans of it, and one of its requests. */
  trace: { id: string; requestId: string; atMs: number };
};

type Addresses<Routes> = Record<keyof Routes, readonly ((place: Place) => string)[]>;

const proxy = ({ namespace, pod }: Place) => `/api/proxies/${namespace}/${pod}`;
const ztunnel = ({ namespace, pod }: Place) => `/api/ztunnels/${namespace}/${pod}`;
const workload = (place: Place) => `/api/workloads/${place.namespace}/${place.workload}`;
const service = (place: Place) => `/api/services/${place.namespace}/${place.service}`;
const application = (place: Place) => `/api/applications/${place.namespace}/${place.application}`;
const canary = ({ namespace, route }: Place) => `/api/canaries/${route.kind}/${namespace}/${route.name}`;
const object = (place: Place) => `/api/config/${place.namespace}/${place.object.kind}/${place.object.name}`;
const inNamespace =
  (path: string, more = '') =>
  (place: Place) =>
    `${path}?namespaces=${place.namespace}${more}`;
const everywhere =
  (path: string, more = '') =>
  () =>
    `${path}?namespaces=*${more}`;

/** Addresses of every route, in a place; a route without one does not compile, and fails the test. */
export const routeAddresses: Addresses<typeof apiRoutes> = {
  '/api/compare/graph': [
    everywhere('/api/compare/graph', '&latency=true'),
    inNamespace('/api/compare/graph'),
  ],
  '/api/compare/objects': [everywhere('/api/compare/objects'), inNamespace('/api/compare/objects')],
  '/api/compare/objects/{namespace}/{kind}/{name}': [
    ({ namespace, object: { kind, name } }) => `/api/compare/objects/${namespace}/${kind}/${name}`,
    ({ namespace, workload: name }) => `/api/compare/objects/${namespace}/Deployment/${name}`,
  ],
  '/api/compare/proxies': [everywhere('/api/compare/proxies'), inNamespace('/api/compare/proxies')],
  '/api/compare/proxies/{namespace}/{pod}': [
    ({ namespace, pod }) => `/api/compare/proxies/${namespace}/${pod}`,
  ],
  '/api/proxies/{namespace}/{pod}/clusters': [(place) => `${proxy(place)}/clusters`],
  '/api/proxies/{namespace}/{pod}/listeners': [(place) => `${proxy(place)}/listeners`],
  '/api/proxies/{namespace}/{pod}/routes': [(place) => `${proxy(place)}/routes`],
  '/api/proxies/{namespace}/{pod}/endpoints': [(place) => `${proxy(place)}/endpoints`],
  '/api/proxies/{namespace}/{pod}/secrets': [(place) => `${proxy(place)}/secrets`],
  '/api/proxies/{namespace}/{pod}/ecds': [(place) => `${proxy(place)}/ecds`],
  '/api/proxies/{namespace}/{pod}/bootstrap': [(place) => `${proxy(place)}/bootstrap`],
  '/api/callers': [
    ({ namespace, workload: name, service: host }) =>
      `/api/callers?edge=workload:Kubernetes/${namespace}/${name}|service:Kubernetes/${namespace}/${host}|http`,
    (place) => `/api/callers?service=${place.namespace}/${place.service}`,
  ],
  '/api/proxies': [inNamespace('/api/proxies'), everywhere('/api/proxies', '&include=proxies')],
  '/api/proxies/{namespace}/{pod}': [proxy],
  '/api/proxies/{namespace}/{pod}/drift': [(place) => `${proxy(place)}/drift`],
  '/api/proxies/{namespace}/{pod}/compare': [
    (place) => `${proxy(place)}/compare?with=${place.namespace}/${place.otherPod}`,
  ],
  '/api/proxies/{namespace}/{pod}/raw': [
    (place) => `${proxy(place)}/raw?path=configs[0]`,
    (place) => `${proxy(place)}/raw?path=configs[0]&source=istiod`,
  ],
  '/api/proxies/{namespace}/{pod}/raw/tree': [(place) => `${proxy(place)}/raw/tree?path=configs[0]`],
  '/api/proxies/{namespace}/{pod}/raw/search': [(place) => `${proxy(place)}/raw/search?text=cluster`],
  '/api/proxies/{namespace}/{pod}/stats': [(place) => `${proxy(place)}/stats?filter=cluster`],
  '/api/proxies/{namespace}/{pod}/logging': [(place) => `${proxy(place)}/logging`],
  '/api/config': [inNamespace('/api/config'), everywhere('/api/config')],
  '/api/config/{namespace}/{kind}/{name}': [object],
  '/api/config/{namespace}/{kind}/{name}/envoy': [(place) => `${object(place)}/envoy?limit=3`],
  '/api/mesh': [() => '/api/mesh'],
  '/api/mesh/configuration': [() => '/api/mesh/configuration'],
  '/api/mesh/metrics': [() => '/api/mesh/metrics?range=15m'],
  '/api/mesh/problems': [() => '/api/mesh/problems'],
  '/api/mesh/registry': [() => '/api/mesh/registry?include=endpoints'],
  '/api/mesh/injection': [inNamespace('/api/mesh/injection'), everywhere('/api/mesh/injection')],
  '/api/mesh/injection/{namespace}/{pod}': [
    ({ namespace, pod }) => `/api/mesh/injection/${namespace}/${pod}`,
  ],
  '/api/dashboards': [
    ({ namespace, workload: name }) => `/api/dashboards?of=workload&namespace=${namespace}&name=${name}`,
    ({ namespace, service: name }) => `/api/dashboards?of=service&namespace=${namespace}&name=${name}`,
    ({ namespace, application: name }) =>
      `/api/dashboards?of=application&namespace=${namespace}&name=${name}`,
    ({ namespace, pod }) => `/api/dashboards?of=proxy&namespace=${namespace}&name=${pod}`,
    () => '/api/dashboards?of=mesh',
    () => '/api/dashboards?of=controlPlane',
  ],
  '/api/mesh/ambient': [() => '/api/mesh/ambient', inNamespace('/api/mesh/ambient')],
  '/api/canaries': [inNamespace('/api/canaries'), everywhere('/api/canaries')],
  '/api/canaries/what-if': [() => '/api/canaries/what-if?configured=10&actual=12&requestsPerSecond=5'],
  '/api/canaries/{kind}/{namespace}/{name}': [canary],
  '/api/canaries/{kind}/{namespace}/{name}/{route}': [(place) => `${canary(place)}/${place.route.rule}`],
  '/api/canaries/{kind}/{namespace}/{name}/{route}/verdict': [
    (place) => `${canary(place)}/${place.route.rule}/verdict`,
  ],
  '/api/ztunnels/{namespace}/{pod}/workloads': [(place) => `${ztunnel(place)}/workloads`],
  '/api/ztunnels/{namespace}/{pod}/services': [(place) => `${ztunnel(place)}/services`],
  '/api/ztunnels/{namespace}/{pod}/policies': [(place) => `${ztunnel(place)}/policies`],
  '/api/ztunnels/{namespace}/{pod}/certificates': [(place) => `${ztunnel(place)}/certificates`],
  '/api/ztunnels/{namespace}/{pod}/connections': [(place) => `${ztunnel(place)}/connections`],
  '/api/ztunnels/{namespace}/{pod}/config': [(place) => `${ztunnel(place)}/config`],
  '/api/ztunnels/{namespace}/{pod}/metrics': [(place) => `${ztunnel(place)}/metrics`],
  '/api/graph': [
    inNamespace('/api/graph', '&type=workload&serviceNodes=true&include=latency,throughput,messages'),
    everywhere('/api/graph', '&idle=true&operations=true&include=latency,throughput,messages&tcp=total'),
    everywhere('/api/graph', '&type=app&foldRoutes=false'),
    everywhere('/api/graph', '&type=service&range=1h'),
  ],
  '/api/graph/series': [
    ({ namespace, service: name }) => `/api/graph/series?node=service:Kubernetes/${namespace}/${name}`,
    ({ namespace, workload: name }) =>
      `/api/graph/series?type=workload&node=workload:Kubernetes/${namespace}/${name}`,
  ],
  '/api/namespaces': [() => '/api/namespaces?include=series'],
  '/api/status': [() => '/api/status'],
  '/api/applications': [
    inNamespace('/api/applications'),
    everywhere('/api/applications', '&include=latency'),
  ],
  '/api/services': [inNamespace('/api/services'), everywhere('/api/services', '&include=latency')],
  '/api/workloads': [inNamespace('/api/workloads'), everywhere('/api/workloads', '&include=latency')],
  '/api/applications/{namespace}/{name}': [application],
  '/api/services/{namespace}/{name}': [service],
  '/api/workloads/{namespace}/{name}': [workload],
  '/api/applications/{namespace}/{name}/traffic': [(place) => `${application(place)}/traffic?idle=true`],
  '/api/services/{namespace}/{name}/traffic': [(place) => `${service(place)}/traffic`],
  '/api/workloads/{namespace}/{name}/traffic': [(place) => `${workload(place)}/traffic?range=1h`],
  '/api/applications/{namespace}/{name}/logs': [(place) => `${application(place)}/logs?range=15m`],
  '/api/services/{namespace}/{name}/logs': [(place) => `${service(place)}/logs?search=GET`],
  '/api/workloads/{namespace}/{name}/logs': [(place) => `${workload(place)}/logs?tail=50`],
  '/api/traces': [
    () => '/api/traces?range=30m',
    ({ namespace, application: name }) => `/api/traces?service=${name}.${namespace}&range=30m`,
  ],
  '/api/traces/by-request/{id}': [
    ({ trace, namespace, workload: name }) =>
      `/api/traces/by-request/${trace.requestId}?around=${trace.atMs}&kind=workload&namespace=${namespace}&name=${name}`,
  ],
  '/api/traces/{id}': [({ trace }) => `/api/traces/${trace.id}`],
  '/api/applications/{namespace}/{name}/traces': [(place) => `${application(place)}/traces?range=30m`],
  '/api/services/{namespace}/{name}/traces': [(place) => `${service(place)}/traces?range=30m`],
  '/api/workloads/{namespace}/{name}/traces': [(place) => `${workload(place)}/traces?range=30m`],
  '/api/services/{namespace}/{name}/routing': [(place) => `${service(place)}/routing`],
  '/api/workloads/{namespace}/{name}/metrics': [
    (place) =>
      `${workload(place)}/metrics?groupBy=source_workload,source_workload_namespace,source_principal`,
    (place) => `${workload(place)}/metrics?direction=outbound&reporter=both`,
  ],
  '/api/services/{namespace}/{name}/metrics': [
    (place) => `${service(place)}/metrics?groupBy=pod&statistics=mean,p95`,
  ],
  '/api/applications/{namespace}/{name}/metrics': [
    (place) => `${application(place)}/metrics?direction=outbound&groupBy=destination_service`,
  ],
  '/api/applications/{namespace}/{name}/log-peers': [(place) => `${application(place)}/log-peers`],
  '/api/services/{namespace}/{name}/log-peers': [(place) => `${service(place)}/log-peers?range=1h`],
  '/api/workloads/{namespace}/{name}/log-peers': [(place) => `${workload(place)}/log-peers`],
  '/api/applications/{namespace}/{name}/config': [(place) => `${application(place)}/config`],
  '/api/services/{namespace}/{name}/config': [(place) => `${service(place)}/config`],
  '/api/workloads/{namespace}/{name}/config': [(place) => `${workload(place)}/config`],
};

export const fileAddresses: Addresses<typeof apiFiles> = {
  '/api/proxies/{namespace}/{pod}/raw/download': [
    (place) => `${proxy(place)}/raw/download`,
    (place) => `${proxy(place)}/raw/download?source=istiod`,
  ],
  '/api/snapshot': [
    inNamespace('/api/snapshot', '&proxies=none&logs=none&range=10m'),
    ({ namespace, pod }) => `/api/snapshot?proxies=${namespace}/${pod}&logs=${namespace}/${pod}&range=10m`,
  ],
};

export const streamAddresses: Addresses<typeof apiStreams> = {
  '/api/applications/{namespace}/{name}/logs/follow': [(place) => `${application(place)}/logs/follow`],
  '/api/services/{namespace}/{name}/logs/follow': [(place) => `${service(place)}/logs/follow`],
  '/api/workloads/{namespace}/{name}/logs/follow': [(place) => `${workload(place)}/logs/follow`],
};

const dumpFile = (section: string) => () => `/api/dumps/${section}`;

export const postAddresses: Addresses<typeof apiPosts> = {
  '/api/dumps/clusters': [dumpFile('clusters')],
  '/api/dumps/listeners': [dumpFile('listeners')],
  '/api/dumps/routes': [dumpFile('routes')],
  '/api/dumps/endpoints': [dumpFile('endpoints')],
  '/api/dumps/secrets': [dumpFile('secrets')],
  '/api/dumps/ecds': [dumpFile('ecds')],
  '/api/proxies/{namespace}/{pod}/compare': [(place) => `${proxy(place)}/compare`],
  '/api/mesh/injection/trial': [() => '/api/mesh/injection/trial'],
  '/api/proxies/{namespace}/{pod}/logging': [(place) => `${proxy(place)}/logging`],
  '/api/canaries/{kind}/{namespace}/{name}/{route}/verdict': [
    (place) => `${canary(place)}/${place.route.rule}/verdict`,
  ],
};
