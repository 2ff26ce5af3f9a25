import type { LinkableSection } from './links-of.ts';
import type { Origin } from './origin.ts';

type OwnItem = {
  sections: readonly LinkableSection[];
  isIt(origin: Origin): boolean;
  /** Field of MeshConfig that decides about it, where there is one. */
  setting?: string;
  because: string;
};

const withClusters = ['clusters', 'endpoints'] as const;

/** What Envoy and Istio have for themselves, the first that fits counts. Source: Istio's MeshConfig and bootstrap. */
export const ownItems: readonly OwnItem[] = [
  {
    sections: ['listeners'],
    isIt: ({ chain = '' }) => /^virtual(In|Out)bound-blackhole$/.test(chain),
    because: 'It drops connections to Envoy’s own port, which would go round for ever.',
  },
  {
    sections: ['clusters', 'routes', 'listeners', 'endpoints'],
    isIt: leadsTo('PassthroughCluster', 'BlackHoleCluster', 'AllowAnyDynamicDNSCluster'),
    setting: 'outboundTrafficPolicy',
    because: 'outboundTrafficPolicy decides what becomes of requests to hosts that the mesh does not know.',
  },
  {
    sections: ['routes'],
    isIt: ({ virtualHost = '' }) => /^(allow_any(_dynamic_dns)?|block_all)$/.test(virtualHost),
    setting: 'outboundTrafficPolicy',
    because: 'outboundTrafficPolicy decides what becomes of requests to hosts that the mesh does not know.',
  },
  {
    sections: ['routes'],
    isIt: ({ virtualHost = '' }) => virtualHost.startsWith('blackhole:'),
    because: 'A gateway answers 404 to all hosts of a port that no route is bound to.',
  },
  {
    sections: ['clusters', 'routes', 'listeners', 'endpoints'],
    isIt: ({ clusters = [], routeConfig = '', chain = '', listener }) =>
      clusters.some((name) => name.startsWith('InboundPassthroughCluster')) ||
      routeConfig.startsWith('InboundPassthroughCluster') ||
      (listener === 'virtualInbound' && /^virtualInbound/.test(chain)),
    because: 'It takes what arrives at ports of the pod that no Service has.',
  },
  {
    sections: ['listeners'],
    isIt: ({ listener, chain = '' }) => listener === 'virtualOutbound' || chain === 'PassthroughFilterChain',
    setting: 'outboundTrafficPolicy',
    because:
      'outboundTrafficPolicy decides what becomes of connections to addresses that the mesh does not know.',
  },
  {
    sections: [...withClusters, 'listeners', 'routes'],
    isIt: (origin) => leadsTo('prometheus_stats')(origin) || isOwnPort(origin, 15090),
    setting: 'enablePrometheusMerge',
    because: 'Prometheus reads Envoy’s statistics here, through the agent where enablePrometheusMerge is on.',
  },
  {
    sections: [...withClusters, 'listeners', 'routes'],
    isIt: (origin) => leadsTo('agent')(origin) || isOwnPort(origin, 15021),
    setting: 'defaultConfig.statusPort',
    because: 'Probes reach the agent’s readiness through it; defaultConfig has the agent’s ports.',
  },
  {
    sections: withClusters,
    isIt: leadsTo('xds-grpc'),
    setting: 'defaultConfig.discoveryAddress',
    because: 'It leads to the agent, which asks istiod at discoveryAddress for all configuration.',
  },
  {
    sections: withClusters,
    isIt: leadsTo('sds-grpc', 'sds-files-grpc', 'sds-external'),
    because: 'It leads to the agent, which has the workload’s certificate from the mesh’s authority.',
  },
  {
    sections: withClusters,
    isIt: leadsTo('zipkin', 'lightstep', 'datadog_agent', 'otel_collector'),
    setting: 'defaultConfig.tracing',
    because: 'The bootstrap has it for the tracing that defaultConfig sets.',
  },
  {
    sections: withClusters,
    isIt: leadsTo('envoy_accesslog_service', 'envoy_metrics_service'),
    setting: 'defaultConfig',
    because: 'The bootstrap has it for the service that defaultConfig names.',
  },
  {
    sections: ['clusters', 'listeners', 'endpoints'],
    // Chains of `main_internal` are of Services.
    isIt: ({ clusters = [], listener = '', chain = '' }) =>
      [...clusters, listener === 'main_internal' ? chain : listener].some((name) =>
        /^(encap|main_internal|connect_terminate|connect_originate|(inner|outer)_connect_originate|forward_inner_connect|direct-(tcp|http))$/.test(
          name,
        ),
      ),
    because: 'Istio has it for its tunnels between workloads (HBONE).',
  },
  {
    sections: ['secrets'],
    isIt: ({ secrets = [] }) => secrets.includes('default'),
    setting: 'defaultConfig',
    because: 'It is the certificate of the workload’s own identity, which the agent asks istiod for.',
  },
  {
    sections: ['secrets'],
    isIt: ({ secrets = [] }) => secrets.includes('ROOTCA'),
    setting: 'caCertificates',
    because: 'It holds the authorities that the mesh trusts.',
  },
  {
    sections: ['bootstrap'],
    isIt: () => true,
    setting: 'defaultConfig',
    because: 'The proxy was started with it.',
  },
];

function leadsTo(...names: readonly string[]): (origin: Origin) => boolean {
  return ({ clusters = [] }) => clusters.some((cluster) => names.includes(cluster));
}

/** Envoy's own ports are open on every address; a Service may have the same number on its own. */
export function isOwnPort({ address = '' }: Origin, ...ports: readonly number[]): boolean {
  const [, port] = /^(?:0\.0\.0\.0|\[::\]|127\.0\.0\.1):(\d+)$/.exec(address) ?? [];
  return port !== undefined && ports.includes(Number(port));
}
