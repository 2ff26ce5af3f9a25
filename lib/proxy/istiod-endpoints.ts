import type { FailureClass } from '#lib/failure-class.ts';

/**
 * Every answer of istiod's monitoring port that Vigla may ask for, with the parameters it may send: none of them pushes,
 * clears or disconnects. `isPerProxy` answers come from the one replica that the proxy is connected to.
 * Source: istiod's `pilot/pkg/xds/debug.go`.
 */
export const istiodEndpoints = {
  syncz: { path: '/debug/syncz', parameters: [], isPerProxy: false },
  connections: { path: '/debug/connections', parameters: [], isPerProxy: false },
  config_dump: {
    path: '/debug/config_dump',
    parameters: ['proxyID', 'include_eds', 'types'],
    isPerProxy: true,
  },
  sidecarz: { path: '/debug/sidecarz', parameters: ['proxyID'], isPerProxy: true },
  telemetryz: { path: '/debug/telemetryz', parameters: ['proxyID'], isPerProxy: true },
  ndsz: { path: '/debug/ndsz', parameters: ['proxyID'], isPerProxy: true },
  registryz: { path: '/debug/registryz', parameters: [], isPerProxy: false },
  endpointShardz: { path: '/debug/endpointShardz', parameters: [], isPerProxy: false },
  configz: { path: '/debug/configz', parameters: [], isPerProxy: false },
  authorizationz: { path: '/debug/authorizationz', parameters: [], isPerProxy: false },
  ambientz: { path: '/debug/ambientz', parameters: [], isPerProxy: false },
  mesh: { path: '/debug/mesh', parameters: [], isPerProxy: false },
  inject: { path: '/debug/inject', parameters: [], isPerProxy: false },
  clusterz: { path: '/debug/clusterz', parameters: [], isPerProxy: false },
  networkz: { path: '/debug/networkz', parameters: [], isPerProxy: false },
  push_status: { path: '/debug/push_status', parameters: [], isPerProxy: false },
  list: { path: '/debug/list', parameters: [], isPerProxy: false },
  version: { path: '/version', parameters: [], isPerProxy: false },
  metrics: { path: '/metrics', parameters: [], isPerProxy: false },
} as const satisfies Record<string, { path: string; parameters: readonly string[]; isPerProxy: boolean }>;
export type IstiodEndpoint = keyof typeof istiodEndpoints;

export type IstiodQuestion = { endpoint: IstiodEndpoint; parameters?: Readonly<Record<string, string>> };

/** Why one replica of istiod gave no answer; told apart, because each has another remedy. */
export type IstiodFailure = {
  code:
    | 'not_connected'
    | 'no_such_endpoint'
    | 'unauthorized'
    | 'forbidden'
    | 'unreachable'
    | 'timeout'
    | 'failed';
  message: string;
  /** What helps against it, as far as that is known. */
  class?: FailureClass | undefined;
};

/** What one replica said: the bytes of its answer as they came (not redacted), or why there are none. */
export type IstiodAnswer = { replica: string; revision?: string | undefined } & (
  | { body: Uint8Array; failure?: undefined }
  | { body?: undefined; failure: IstiodFailure }
);
