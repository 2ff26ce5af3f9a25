export type IptablesFlag = {
  title: string;
  /** Short and long spelling on the command line of `istio-iptables`. */
  spellings: readonly string[];
  /** What is usual; undefined where every value says something. */
  usual?: string;
  words(value: string): string;
};

/** The settings of `istio-iptables`, by which the init container leads traffic to the proxy. Source: istio/tools/istio-iptables. */
export const iptablesFlags: readonly IptablesFlag[] = [
  {
    title: 'Interception',
    spellings: ['-m', '--istio-inbound-interception-mode'],
    usual: 'REDIRECT',
    words: (mode) =>
      mode === 'TPROXY'
        ? 'Inbound connections keep the address of their client.'
        : 'The application sees the proxy as the client of inbound connections.',
  },
  {
    title: 'Inbound ports captured',
    spellings: ['-b', '--istio-inbound-ports'],
    usual: '*',
    words: (ports) =>
      ports === '*'
        ? 'Connections to every port go through the proxy, except those below.'
        : ports === ''
          ? 'No inbound connection goes through the proxy.'
          : `Only connections to ${portWord(ports)} go through the proxy.`,
  },
  {
    title: 'Inbound ports excluded',
    spellings: ['-d', '--istio-local-exclude-ports'],
    usual: '15090,15021,15020',
    words: (ports) => `Connections to ${portWord(ports)} reach the pod without the proxy.`,
  },
  {
    title: 'Outbound addresses captured',
    spellings: ['-i', '--istio-service-cidr'],
    usual: '*',
    words: (ranges) =>
      ranges === '*'
        ? 'Connections to every address go through the proxy, except those below.'
        : ranges === ''
          ? 'No outbound connection goes through the proxy.'
          : `Only connections to ${ranges} go through the proxy.`,
  },
  {
    title: 'Outbound addresses excluded',
    spellings: ['-x', '--istio-service-exclude-cidr'],
    usual: '',
    words: (ranges) => (ranges === '' ? 'None.' : `Connections to ${ranges} pass by the proxy.`),
  },
  {
    title: 'Outbound ports captured',
    spellings: ['-q', '--istio-outbound-ports'],
    usual: '',
    words: (ports) => `Connections to ${portWord(ports)} go through the proxy whatever their address.`,
  },
  {
    title: 'Outbound ports excluded',
    spellings: ['-o', '--istio-local-outbound-ports-exclude'],
    usual: '',
    words: (ports) => `Connections to ${portWord(ports)} pass by the proxy.`,
  },
  {
    title: 'Interfaces excluded',
    spellings: ['-c', '--istio-exclude-interfaces'],
    usual: '',
    words: (interfaces) => `Traffic of ${interfaces} passes by the proxy.`,
  },
  {
    title: 'Interfaces of virtual machines',
    spellings: ['-k', '--kube-virt-interfaces'],
    usual: '',
    words: (interfaces) => `Traffic that comes in on ${interfaces} is treated as outbound.`,
  },
  {
    title: 'Outbound port of the proxy',
    spellings: ['-p', '--envoy-port'],
    usual: '15001',
    words: (port) => `Outbound connections are led to port ${port}.`,
  },
  {
    title: 'Inbound port of the proxy',
    spellings: ['-z', '--inbound-capture-port'],
    usual: '15006',
    words: (port) => `Inbound connections are led to port ${port}.`,
  },
  {
    title: 'User of the proxy',
    spellings: ['-u', '--proxy-uid'],
    usual: '1337',
    words: (user) =>
      `What user ${user} sends is not captured again: no container of the application may run as this user.`,
  },
  {
    title: 'Group of the proxy',
    spellings: ['-g', '--proxy-gid'],
    words: (group) => `What group ${group} sends is not captured again.`,
  },
  {
    title: 'DNS capture',
    spellings: ['--redirect-dns'],
    words: () => 'Questions for names are answered by the proxy.',
  },
];

function portWord(ports: string): string {
  return ports.includes(',') ? `ports ${ports.replaceAll(',', ', ')}` : `port ${ports}`;
}
