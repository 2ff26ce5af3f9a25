import { formatBytes } from '#lib/format-bytes.ts';
import { formatCount, formatQuantity } from '#lib/format-count.ts';

/** Sentences and heads of the logs tab. */
export const words = {
  lines: 'Log lines',
  time: 'Time',
  source: 'Container',
  level: 'Level',
  message: 'Message',
  peer: 'Peer',
  request: 'Request',
  authority: 'Authority',
  code: 'Code',
  flags: 'Flags',
  duration: 'Duration',
  bytes: 'Bytes in / out',
  route: 'Route',
  cluster: 'Upstream cluster',
  nothing: '–',
  connection: 'TCP connection',
  inbound: 'from',
  outbound: 'to',
  unrouted: 'refused before it was routed:',
  noTime: 'no time',
  more: 'More details',

  signIn: 'Sign in',
  shortcuts: 'Logs',
  search: 'Search logs',
  searchHint: 'Search',
  regex: 'Regular expression',
  notRegex: (reason: string) =>
    `Not a regular expression: ${reason}. The lines are those of the search before.`,
  containers: 'Containers',
  containersOf: (read: number, all: number) => `${formatCount(read)} of ${formatCount(all)}`,
  allContainers: 'As by default',
  levels: 'Levels',
  allLevels: 'all',
  noLevels: 'none',
  levelsOf: (chosen: number, all: number) => `${chosen} of ${all}`,
  roles: { app: '', proxy: 'proxy', init: 'init' },
  tail: 'Last',
  tailOf: (count: string) => `${formatCount(Number(count))} lines`,
  tailText: 'of each container, within the time range',
  view: 'View',
  times: 'Times',
  wrap: 'Wrap long lines',
  raw: 'Raw text of access lines',
  previous: 'Previous run',
  previousText: 'What the containers wrote before their last restart',
  noPrevious: 'None of these containers was restarted',
  columns: 'Columns of access lines',
  download: 'Download',
  formats: { text: 'Text', jsonLines: 'JSON lines' },
  copyCommand: 'kubectl command',
  follow: 'Follow',
  followHint: 'Show new lines as they come',
  following: 'Following',
  noFollow: 'Only a time range that ends now can be followed',
  noFollowPrevious: 'An earlier run has no new lines to follow',
  waiting: 'The connection was lost; it is made again by itself.',
  connecting: 'Connecting',
  newLines: (count: number) => formatQuantity(count, 'new line'),
  newest: 'Newest lines',

  refused: 'The search was refused',

  none: 'No lines in this time range',
  noneText: 'The containers wrote nothing in it, or their logs were rotated away. A longer range shows more.',
  noneFound: 'No line has what is searched for',
  noneFoundText: (read: number) =>
    `${formatQuantity(read, 'line')} ${read === 1 ? 'was' : 'were'} read. More of them or a longer time range may have it.`,
  noneOfLevel: 'No line of the chosen levels',
  noneOfLevelText: (count: number) => `${formatQuantity(count, 'line')} of other levels are left out.`,
  noneRead: 'No container could be read',
  noneReadText: 'Why stands beside each container in the list of containers.',
  noContainers: 'No pods, so no logs',
  noContainersText: 'Nothing of this runs at the moment; logs go with their pods.',
  clearSearch: 'Clear the search',
  showLevels: 'Show all levels',

  linesOf: (shown: number, read: number, containers: number) =>
    `${shown === read ? formatCount(shown) : `${formatCount(shown)} of ${formatQuantity(read, 'line')}`}${shown === read ? ` ${shown === 1 ? 'line' : 'lines'}` : ''} of ${formatQuantity(containers, 'container')}`,
  cutByTail: (names: string | undefined) =>
    names === undefined ? 'Older lines of each were left out' : `Older lines were left out of ${names}`,
  cutLines: (count: number, bytes: number) =>
    `${formatQuantity(count, 'long line')} cut, ${formatBytes(bytes)} left out`,
  binary: (count: number) =>
    `${formatQuantity(count, 'line')} with bytes that are no text; they stand as \uFFFD`,
  unread: (count: number) => `${formatQuantity(count, 'container')} not read`,
  timeless: (count: number) =>
    `${formatQuantity(count, 'line')} without a time; ${count === 1 ? 'it stands' : 'they stand'} behind the line before`,
  joined: ({ byRequestId, byTraceId, byTime, without }: Joined) =>
    [
      byRequestId > 0 && `${formatCount(byRequestId)} by request id`,
      byTraceId > 0 && `${formatCount(byTraceId)} by trace id`,
      byTime > 0 && `${formatCount(byTime)} by time (a guess)`,
      without > 0 && `${formatCount(without)} without a span`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  dropped: (count: number) =>
    `${formatQuantity(count, 'followed line')} missing: they came faster than the page took them`,
  joinedTitle: 'Spans joined:',
  detail: 'Log line',
  close: 'Close the line',
  gone: 'This line is not among those shown. A longer time range, more lines or another search may bring it back.',
  why: 'Why this line is marked',
  spans: 'Spans of this request',
  noSpans: 'None was found: the request was not sampled, or its spans are gone.',
  noRequestId: 'The line has no request id to find them by.',
  spanError: 'Failed',
  joinedBy: {
    requestId: 'Joined by its request id',
    traceId: 'Joined by its trace id',
    time: 'Joined by time alone, which is a guess',
  },
  flagsTitle: 'Response flags',
  unknownFlag: 'This flag is not known here; Envoy’s access log documentation lists all of them.',
  fields: 'Fields',
  ownField: 'A field of this mesh’s own log format.',
  text: 'Text',
  line: 'line',
  origin: 'Written by',
  cut: (size: string) => `${size} more of this line were left out.`,
  isBinary: 'Some bytes are no text; they stand as \uFFFD.',
  sameRequest: 'Lines of this request',
  graphEdge: (peer: string) => `Graph edge with ${peer}`,
  recorded:
    'Recorded lines are shown as if they were just written; the raw text keeps the times of the recording.',
  unreadState: (state: string) =>
    state === 'Completed'
      ? 'Done; read when it is chosen'
      : state === 'running'
        ? 'Cannot be read'
        : `Not started: ${state}`,
} as const;

type Joined = { byRequestId: number; byTraceId: number; byTime: number; without: number };
