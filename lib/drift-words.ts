import type { DriftClass, Sync } from './contract/proxies.ts';

/** Each class of drift in two or three words. */
export const driftWords: Record<DriftClass, string> = {
  neverConnected: 'Never connected',
  connectedToNone: 'Lost istiod',
  versionSkew: 'Version skew',
  stale: 'Stale',
  rejected: 'Refused',
  errorState: 'Refused in Envoy',
  warmingStuck: 'Stuck warming',
  contentDiffers: 'Differs from istiod',
  endpointMissing: 'Endpoint missing',
  certificateOld: 'Certificate old',
  unknownToIstiod: 'Unknown to istiod',
  podGone: 'Pod gone',
};

/** istiod's states in the words of a sentence. */
export const syncWords: Record<Sync['state'], string> = {
  SYNCED: 'synced',
  STALE: 'stale',
  ERROR: 'refused',
  'NOT SENT': 'not sent',
  IGNORED: 'not asked for',
};
