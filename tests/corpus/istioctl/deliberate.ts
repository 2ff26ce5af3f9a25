/** The cells of a row by column. */
export type Cells = Readonly<Record<string, string>>;

/** Where our table says something else than istioctl, why, and what it says instead. */
export const deliberate: readonly {
  reason: string;
  kinds: readonly string[];
  instead: (cells: Cells) => Cells | undefined;
}[] = [
  {
    reason: 'a TCP proxy to nowhere is named as such; istioctl calls it neither HTTP nor TCP',
    kinds: ['listeners'],
    instead: (cells) =>
      cells.DESTINATION === 'Non-HTTP/Non-TCP' ? { ...cells, DESTINATION: 'BlackHoleCluster' } : undefined,
  },
  {
    reason: 'a pipe reads the same in both tables of endpoints; istioctl leaves unix:// out in one of them',
    kinds: ['eds'],
    instead: (cells) =>
      cells.NAME?.startsWith('./') === true ? { ...cells, NAME: `unix://${cells.NAME}` } : undefined,
  },
  {
    reason: 'a cluster whose name has no parts is its own host, without the prefix of `proxy-config all`',
    kinds: ['clusters'],
    instead: (cells) =>
      cells['SERVICE FQDN']?.startsWith('cluster/') === true
        ? { ...cells, 'SERVICE FQDN': cells['SERVICE FQDN'].slice('cluster/'.length) }
        : undefined,
  },
];

/** Rows that only our side has, and why. */
export const ownExtras: readonly {
  reason: string;
  kinds: readonly string[];
  covers: (cells: Cells) => boolean;
}[] = [
  {
    reason: 'hosts of PassthroughCluster come and go with connections; istioctl asked at another moment',
    kinds: ['endpoints', 'eds'],
    covers: ({ CLUSTER: cluster }) => cluster === 'PassthroughCluster',
  },
];
