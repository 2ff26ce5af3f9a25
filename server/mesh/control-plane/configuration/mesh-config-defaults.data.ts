/** One setting of MeshConfig or ProxyConfig: what istiod takes when nobody says anything, and what it means. */
export type SettingDefault = {
  /** Keys from the root, `defaultConfig.` before those of ProxyConfig; a list of named entries by name in brackets. */
  path: string;
  /** As JSON; absent where nothing is the default. */
  default?: string | number | boolean | readonly string[] | Readonly<Record<string, unknown>>;
  /** What is in force where istiod writes nothing, because protobuf leaves out the zero of a type; else the default. */
  unwritten?: string | boolean;
  meaning?: string;
  /** What changed between releases. */
  note?: string;
};

/**
 * Istio's defaults, as its programs have them in code. Source: Istio reference "Global Mesh Options" and
 * `pkg/config/mesh`, releases 1.22 to 1.31.
 */
export const settingDefaults: readonly SettingDefault[] = [
  { path: 'accessLogEncoding', default: 'TEXT', meaning: 'Whether access logs are lines of text or JSON.' },
  {
    path: 'accessLogFile',
    default: '',
    meaning:
      'Where proxies write access logs; empty means that they write none unless a Telemetry object asks for it.',
  },
  {
    path: 'accessLogFormat',
    default: '',
    meaning: "The fields of an access log's line; empty is Istio's own format.",
  },
  { path: 'ca', meaning: 'An external certificate authority that istiod asks to sign.' },
  { path: 'caCertificates', meaning: 'Roots that proxies trust beside the mesh’s own.' },
  { path: 'certificates', meaning: 'Certificates that istiod makes for DNS names.', note: 'Deprecated.' },
  {
    path: 'configSources',
    meaning: 'Where istiod reads its configuration from in place of the cluster’s objects.',
  },
  { path: 'connectTimeout', default: '10s', meaning: 'How long a proxy waits for a TCP connection to open.' },
  { path: 'defaultConfig.availabilityZone', default: '' },
  { path: 'defaultConfig.binaryPath', default: '/usr/local/bin/envoy' },
  { path: 'defaultConfig.caCertificatesPem' },
  {
    path: 'defaultConfig.concurrency',
    meaning: 'Worker threads of each proxy; unset follows the CPU limit of its container.',
    note: 'From Istio 1.18 on gateways follow the limit, too.',
  },
  { path: 'defaultConfig.configPath', default: './etc/istio/proxy' },
  { path: 'defaultConfig.controlPlaneAuthPolicy', default: 'MUTUAL_TLS', unwritten: 'NONE' },
  { path: 'defaultConfig.customConfigFile', default: '' },
  {
    path: 'defaultConfig.discoveryAddress',
    default: 'istiod.istio-system.svc:15012',
    meaning: 'The istiod that proxies get their configuration from.',
  },
  {
    path: 'defaultConfig.drainDuration',
    default: '45s',
    meaning: 'How long connections of a listener that goes away may live on.',
  },
  { path: 'defaultConfig.envoyAccessLogService' },
  { path: 'defaultConfig.envoyMetricsService' },
  { path: 'defaultConfig.envoyMetricsServiceAddress', default: '' },
  { path: 'defaultConfig.extraStatTags' },
  {
    path: 'defaultConfig.gatewayTopology',
    meaning: 'How many proxies stand before the gateways, so that client addresses are right.',
  },
  {
    path: 'defaultConfig.holdApplicationUntilProxyStarts',
    default: false,
    meaning: 'Whether the application’s container waits for its proxy; native sidecars make it needless.',
  },
  { path: 'defaultConfig.image', meaning: 'Which image of the proxy, such as `distroless`.' },
  {
    path: 'defaultConfig.interceptionMode',
    default: 'REDIRECT',
    meaning: 'How traffic is led into the proxy: REDIRECT or TPROXY.',
  },
  { path: 'defaultConfig.privateKeyProvider' },
  { path: 'defaultConfig.proxyAdminPort', default: 15000 },
  { path: 'defaultConfig.proxyBootstrapTemplatePath', default: '' },
  {
    path: 'defaultConfig.proxyHeaders',
    meaning: 'Which headers proxies add, such as `server` and `x-envoy-…`.',
  },
  {
    path: 'defaultConfig.proxyMetadata',
    meaning: 'Environment of every proxy, such as ISTIO_META_DNS_CAPTURE for DNS in the proxy.',
  },
  {
    path: 'defaultConfig.proxyStatsMatcher',
    meaning: 'Which of Envoy’s own statistics are kept beside the few that Istio needs.',
  },
  { path: 'defaultConfig.readinessProbe' },
  { path: 'defaultConfig.runtimeValues', meaning: 'Switches of Envoy itself.' },
  { path: 'defaultConfig.sds' },
  { path: 'defaultConfig.serviceCluster', default: 'istio-proxy' },
  { path: 'defaultConfig.statNameLength', default: 189 },
  { path: 'defaultConfig.statsdUdpAddress', default: '' },
  {
    path: 'defaultConfig.statusPort',
    default: 15020,
    meaning: 'The agent’s port for probes and merged metrics.',
  },
  {
    path: 'defaultConfig.terminationDrainDuration',
    default: '5s',
    meaning: 'How long a proxy goes on after it was told to stop.',
  },
  {
    path: 'defaultConfig.tracing',
    meaning: 'Where proxies send spans and how many, where no Telemetry object says it.',
    note: 'Before Istio 1.22 a Zipkin at zipkin.istio-system:9411 was the default.',
  },
  {
    path: 'defaultConfig.tracingServiceName',
    default: 'APP_LABEL_AND_NAMESPACE',
    meaning: 'How services are named in traces.',
  },
  { path: 'defaultConfig.zipkinAddress', default: '' },
  {
    path: 'defaultDestinationRuleExportTo',
    default: ['*'],
    meaning: 'Who sees a DestinationRule that does not say it; `*` is every namespace, `.` its own.',
  },
  {
    path: 'defaultHttpRetryPolicy',
    meaning:
      'Retries of HTTP routes that set none; unset is two more attempts where a connection failed, a stream was refused, or gRPC says unavailable or cancelled.',
  },
  {
    path: 'defaultProviders',
    meaning: 'Providers of metrics, traces and logs where no Telemetry object names one.',
  },
  { path: 'defaultServiceExportTo', default: ['*'], meaning: 'Who sees a service that does not say it.' },
  {
    path: 'defaultVirtualServiceExportTo',
    default: ['*'],
    meaning: 'Who sees a VirtualService that does not say it.',
  },
  {
    path: 'discoverySelectors',
    meaning: 'The namespaces that istiod looks into; what lies in others does not exist for the mesh.',
  },
  {
    path: 'dnsRefreshRate',
    default: '60s',
    meaning: 'How often proxies look up the names of services found by DNS.',
  },
  {
    path: 'enableAutoMtls',
    default: true,
    meaning: 'Whether proxies use mutual TLS by themselves towards whoever can take it.',
  },
  { path: 'enableEnvoyAccessLogService', default: false },
  {
    path: 'enablePrometheusMerge',
    default: true,
    meaning: 'Whether the proxy’s port 15020 serves the application’s metrics together with its own.',
  },
  { path: 'enableTracing', default: true, unwritten: false, meaning: 'Whether proxies report spans at all.' },
  {
    path: 'extensionProviders[envoy]',
    default: { name: 'envoy', envoyFileAccessLog: { path: '/dev/stdout' } },
  },
  { path: 'extensionProviders[prometheus]', default: { name: 'prometheus', prometheus: {} } },
  { path: 'extensionProviders[stackdriver]', default: { name: 'stackdriver', stackdriver: {} } },
  {
    path: 'h2UpgradePolicy',
    default: 'DO_NOT_UPGRADE',
    meaning: 'Whether HTTP/1.1 between proxies becomes HTTP/2.',
  },
  {
    path: 'hboneIdleTimeout',
    meaning: 'How long an idle HBONE connection stays open.',
  },
  {
    path: 'inboundClusterStatName',
    default: '',
    meaning: 'How inbound clusters are named in Envoy’s statistics.',
  },
  {
    path: 'inboundTrafficPolicy.mode',
    default: 'PASSTHROUGH',
    meaning: 'Where inbound traffic goes whose port no Service has: on to the application, or LOCALHOST.',
  },
  { path: 'ingressClass', default: 'istio', meaning: 'The Ingress objects that Istio’s gateway serves.' },
  {
    path: 'ingressControllerMode',
    default: 'STRICT',
    unwritten: 'UNSPECIFIED',
    meaning: 'Whether Ingress objects without a class are served.',
  },
  { path: 'ingressSelector', default: '' },
  { path: 'ingressService', default: 'istio-ingressgateway' },
  {
    path: 'localityLbSetting.enabled',
    default: true,
    meaning: 'Whether near endpoints are preferred, where outlier detection allows it.',
  },
  { path: 'localityLbSetting.distribute' },
  { path: 'localityLbSetting.failover' },
  { path: 'localityLbSetting.failoverPriority' },
  { path: 'meshMTLS', meaning: 'The least version and the ciphers of mutual TLS within the mesh.' },
  {
    path: 'outboundTrafficPolicy.mode',
    default: 'ALLOW_ANY',
    unwritten: 'REGISTRY_ONLY',
    meaning:
      'What becomes of requests to hosts that the mesh does not know: ALLOW_ANY lets them out, REGISTRY_ONLY refuses them.',
  },
  { path: 'outboundClusterStatName', default: '' },
  {
    path: 'pathNormalization.normalization',
    default: 'BASE',
    meaning: 'How paths are written alike before policies look at them.',
  },
  {
    path: 'protocolDetectionTimeout',
    default: '0s',
    meaning: 'How long a proxy waits for the first bytes to tell the protocol; 0 s is for ever.',
  },
  { path: 'proxyHttpPort', default: 0 },
  { path: 'proxyInboundListenPort', default: 15006 },
  { path: 'proxyListenPort', default: 15001 },
  {
    path: 'rootNamespace',
    default: 'istio-system',
    meaning: 'The namespace whose objects count for the whole mesh.',
  },
  {
    path: 'serviceScopeConfigs',
    meaning: 'Which services are seen across clusters in ambient mode.',
  },
  { path: 'serviceSettings', meaning: 'Which services stay within their cluster.' },
  { path: 'statPrefixAllow' },
  { path: 'tcpKeepalive', meaning: 'TCP keep-alive of connections to upstreams.' },
  { path: 'thriftConfig' },
  { path: 'tlsDefaults', meaning: 'The least version and the ciphers of TLS outside the mesh.' },
  {
    path: 'trustDomain',
    default: 'cluster.local',
    meaning: 'The first part of every identity, `spiffe://<trust domain>/ns/…`.',
  },
  { path: 'trustDomainAliases', meaning: 'Trust domains whose identities count as this one’s in policies.' },
  {
    path: 'verifyCertificateAtClient',
    default: true,
    meaning: 'Whether clients check a server’s certificate where a DestinationRule names no roots.',
  },
];
