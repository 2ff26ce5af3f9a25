import type { ObjectKind } from '#lib/objects/kinds.ts';

/** Kinds that choose workloads, by labels, by a target, or by their namespace alone. */
export const selectingKinds = [
  'PeerAuthentication',
  'AuthorizationPolicy',
  'RequestAuthentication',
  'Sidecar',
  'Telemetry',
  'EnvoyFilter',
  'WasmPlugin',
  'ProxyConfig',
] as const satisfies readonly ObjectKind[];
export type SelectingKind = (typeof selectingKinds)[number];
