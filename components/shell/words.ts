import type { RefreshChoice } from '#lib/scope-url.ts';
import type { Theme } from '#lib/theme.ts';

export const themeWords: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

export const refreshWords: Record<RefreshChoice, string> = {
  off: 'Off',
  '5s': '5 s',
  '10s': '10 s',
  '15s': '15 s',
  '30s': '30 s',
  '1m': '1 min',
  '5m': '5 min',
};

export const words = {
  allNamespaces: 'All I may see',
  withTraffic: 'With traffic',
  withTrafficHint: 'Without kube-system and istio-system',
  noNamespaceMatches: 'No namespace has this name.',
  namespacesUnread: 'The namespaces could not be read.',
  copyAbsolute: 'Copy absolute link',
  copied: 'Link copied',
  copyRefused: 'The browser refused to copy',
  noWarnings: 'Nothing is missing on this page.',
  leaveKiosk: 'Leave kiosk mode',
  singleKeys: 'Single-key shortcuts',
  anonymous: 'Anonymous access: everyone who reaches this address sees the same.',
  user: 'User',
  userUnknown: 'Vigla has not said yet who you are.',
  groups: 'Groups',
  signOut: 'Sign out',
  snapshotOf: (cluster: string, time: string) =>
    `Snapshot of ${cluster}, made ${time}. That moment is “now” here.`,
  downloadSnapshot: 'Download snapshot',
  downloadSnapshotHint: 'this mesh as one file, without secrets',
  snapshotHolds:
    'One file without secrets: objects, what istiod and the proxies answer, and metrics, logs and traces as far back as the chosen range. vigla --snapshot FILE opens it anywhere.',
  otherContexts: 'Other contexts of the kubeconfig, not contacted:',
  openContext: 'To open one instead:',
  openBeside: 'to open them beside this one:',
  shownCluster: 'Shown cluster',
  clusters: 'Clusters',
  allClusters: 'All clusters',
  homeCluster: 'home',
  severalClusters: (count: number, home: string) => `${count} clusters, home is ${home}`,
  notOpened: 'cannot be opened',
  unknownCluster: (name: string) => `${name}, which Vigla does not read`,
  nothingFound: 'Nothing has this name here.',
} as const;
