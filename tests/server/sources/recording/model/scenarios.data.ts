const unknownSource = {
  source_workload: 'unknown',
  source_workload_namespace: 'unknown',
  source_cluster: 'unknown',
  source_principal: 'unknown',
};
const unknownDestination = {
  destination_workload: 'unknown',
  destination_workload_namespace: 'unknown',
  destination_cluster: 'unknown',
};
const unknownService = {
  destination_service: 'unknown',
  destination_service_name: 'unknown',
  destination_service_namespace: 'unknown',
};

/** One line for each situation: a series with these labels grows by at least `leastADay`. */
export const requests = [
  {
    is: 'visitors at the ingress gateway',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      destination_workload: 'productpage-v1',
      response_code: '200',
      connection_security_policy: 'unknown',
      source_principal: 'spiffe://cluster.local/ns/istio-system/sa/istio-ingressgateway-service-account',
    },
    leastADay: 500_000,
  },
  {
    is: 'the same at the receiver, over mutual TLS',
    labels: {
      reporter: 'destination',
      source_workload: 'istio-ingressgateway',
      destination_workload: 'productpage-v1',
      response_code: '200',
      connection_security_policy: 'mutual_tls',
    },
    leastADay: 500_000,
  },
  {
    is: 'a caller outside the mesh over HTTP',
    labels: {
      reporter: 'destination',
      ...unknownSource,
      destination_workload: 'crawler',
      connection_security_policy: 'none',
      destination_principal: 'unknown',
    },
    leastADay: 10_000,
  },
  {
    is: 'a named host through PassthroughCluster',
    labels: {
      reporter: 'source',
      source_workload: 'details-v1',
      destination_service: 'unknown.example.com',
      destination_service_name: 'PassthroughCluster',
      destination_service_namespace: 'unknown',
      ...unknownDestination,
    },
    leastADay: 1000,
  },
  {
    is: 'a second host through PassthroughCluster',
    labels: {
      reporter: 'source',
      destination_service: 'fonts.example.org',
      destination_service_name: 'PassthroughCluster',
    },
    leastADay: 1000,
  },
  {
    is: 'a blocked host under REGISTRY_ONLY',
    labels: {
      reporter: 'source',
      source_workload: 'crawler',
      destination_service: 'unknown.example.com',
      destination_service_name: 'BlackHoleCluster',
      response_code: '502',
      response_flags: '-',
    },
    leastADay: 10_000,
  },
  {
    is: 'a ServiceEntry by name',
    labels: {
      reporter: 'source',
      source_workload: 'crawler',
      destination_service_name: 'api.example.com',
      destination_service_namespace: 'external',
      ...unknownDestination,
      response_code: '200',
    },
    leastADay: 10_000,
  },
  {
    is: 'a ServiceEntry by address',
    labels: {
      reporter: 'source',
      source_workload: 'checkout',
      destination_service_name: 'payments.example.net',
      response_code: '200',
    },
    leastADay: 10_000,
  },
  {
    is: 'a ServiceEntry with a wildcard',
    labels: {
      reporter: 'source',
      source_workload: 'wordpress-v1',
      destination_service: '*.wiki.example.org',
    },
    leastADay: 1000,
  },
  {
    is: 'the way to the egress gateway',
    labels: {
      reporter: 'source',
      source_workload: 'crawler',
      destination_workload: 'istio-egressgateway',
      destination_service_name: 'istio-egressgateway',
    },
    leastADay: 10_000,
  },
  {
    is: 'the way out of the egress gateway',
    labels: {
      reporter: 'source',
      source_workload: 'istio-egressgateway',
      destination_service: 'secure.example.com',
      ...unknownDestination,
    },
    leastADay: 10_000,
  },
  {
    is: 'bots: 404 NR at the gateway',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      ...unknownService,
      ...unknownDestination,
      response_code: '404',
      response_flags: 'NR',
    },
    leastADay: 5000,
  },
  {
    is: 'bots: 403 by policy',
    labels: {
      reporter: 'destination',
      destination_workload: 'productpage-v1',
      response_code: '403',
      response_flags: '-',
    },
    leastADay: 2000,
  },
  {
    is: 'bots: 401 without a valid token',
    labels: {
      reporter: 'destination',
      destination_workload: 'productpage-v1',
      response_code: '401',
      response_flags: '-',
    },
    leastADay: 500,
  },
  {
    is: '503 UH: a subset without pods',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      destination_service_name: 'ratings',
      destination_service_namespace: 'bookinfo',
      ...unknownDestination,
      response_code: '503',
      response_flags: 'UH',
    },
    leastADay: 1000,
  },
  {
    is: '503 NC: a subset that no rule has',
    labels: {
      reporter: 'source',
      source_workload: 'beta',
      destination_service: 'alpha.broken.svc.cluster.local',
      response_code: '503',
      response_flags: 'NC',
    },
    leastADay: 4000,
  },
  {
    is: '503 NC: the egress route without its subset',
    labels: {
      reporter: 'source',
      source_workload: 'reports',
      destination_service: 'secure.example.com',
      response_flags: 'NC',
    },
    leastADay: 1900,
  },
  {
    is: '503 URX,UF: a proxy without listeners',
    labels: {
      reporter: 'source',
      source_workload: 'alpha',
      destination_service_name: 'rejected',
      ...unknownDestination,
      response_code: '503',
      response_flags: 'URX,UF',
    },
    leastADay: 2000,
  },
  {
    is: '503 UC: plaintext to STRICT',
    labels: {
      reporter: 'source',
      source_workload: 'alpha',
      destination_service_name: 'beta',
      response_code: '503',
      response_flags: 'UC',
    },
    leastADay: 3000,
  },
  {
    is: '503 URX: retries used up, at the sender',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      response_code: '503',
      response_flags: 'URX',
    },
    leastADay: 500,
  },
  {
    is: '504 UT at the sender',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      response_code: '504',
      response_flags: 'UT',
    },
    leastADay: 500,
  },
  {
    is: '0 DC at the receiver of the same',
    labels: {
      reporter: 'destination',
      destination_workload: 'productpage-v1',
      response_code: '0',
      response_flags: 'DC',
    },
    leastADay: 500,
  },
  {
    is: 'an injected abort',
    labels: {
      reporter: 'source',
      source_workload: 'reviews-v2',
      destination_service_name: 'ratings',
      response_code: '555',
      response_flags: 'FI',
    },
    leastADay: 200,
  },
  {
    is: 'an injected abort of details',
    labels: {
      reporter: 'source',
      source_workload: 'productpage-v1',
      destination_service_name: 'details',
      response_code: '503',
      response_flags: 'FI',
    },
    leastADay: 500,
  },
  {
    is: 'an injected delay',
    labels: {
      reporter: 'source',
      source_workload: 'reviews-v2',
      destination_workload: 'ratings-v1',
      response_code: '200',
      response_flags: 'DI',
    },
    leastADay: 500,
  },
  {
    is: 'HTTP at the receiver for an unnamed port',
    labels: {
      reporter: 'destination',
      destination_workload: 'checkout',
      destination_version: 'unknown',
      destination_canonical_revision: 'latest',
      request_protocol: 'http',
    },
    leastADay: 100_000,
  },
  {
    is: 'a version that fails during incidents',
    labels: { reporter: 'destination', destination_workload: 'reviews-v3', response_code: '500' },
    leastADay: 100,
  },
] as const;

export const connections = [
  {
    is: 'wordpress to mysql',
    labels: {
      reporter: 'destination',
      source_workload: 'wordpress-v1',
      destination_workload: 'mysql',
      connection_security_policy: 'mutual_tls',
      request_protocol: 'tcp',
    },
    leastADay: 100_000,
  },
  {
    is: 'callers outside the mesh to mysql',
    labels: {
      reporter: 'destination',
      ...unknownSource,
      destination_workload: 'mysql',
      connection_security_policy: 'none',
    },
    leastADay: 25_000,
  },
  {
    is: 'wordpress to redis',
    labels: { reporter: 'source', source_workload: 'wordpress-v1', destination_service_name: 'redis' },
    leastADay: 100_000,
  },
  {
    is: 'ratings to mongodb',
    labels: { reporter: 'source', source_workload: 'ratings-v1', destination_workload: 'mongodb-v1' },
    leastADay: 50_000,
  },
  {
    is: 'ratings to mysqldb',
    labels: { reporter: 'source', source_workload: 'ratings-v2', destination_workload: 'mysqldb-v1' },
    leastADay: 100_000,
  },
  {
    is: 'a ServiceEntry over TCP',
    labels: {
      reporter: 'source',
      source_workload: 'crawler',
      destination_service_name: 'db.example.com',
      destination_service_namespace: 'external',
    },
    leastADay: 10_000,
  },
  {
    is: 'an address through PassthroughCluster',
    labels: {
      reporter: 'source',
      source_workload: 'details-v1',
      destination_service_name: 'PassthroughCluster',
    },
    leastADay: 100,
  },
  {
    is: 'reports-raw, TCP on both sides',
    labels: { reporter: 'source', source_workload: 'checkout', destination_service_name: 'reports-raw' },
    leastADay: 1000,
  },
  {
    is: 'reports: the sender says HTTP, the receiver TCP',
    labels: { reporter: 'destination', source_workload: 'wordpress-v1', destination_workload: 'reports' },
    leastADay: 1000,
  },
] as const;
