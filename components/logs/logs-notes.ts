import type { LogContainer, LogLine, Logs } from '#lib/contract/logs.ts';
import { type ContainerMark, containerId } from './container-marks.ts';
import type { Followed } from './use-log-follow.ts';
import { words } from './words.ts';

type Facts = {
  logs: Logs;
  /** All lines, those that were followed, too. */
  lines: readonly LogLine[];
  marks: ReadonlyMap<string, ContainerMark>;
  followed: Pick<Followed, 'troubles' | 'dropped'>;
  /** Times are moved to the present. */
  isRecording: boolean;
};

/** What the lines on the screen do not show, each as a sentence. */
export function logsNotes({ logs, lines, marks, followed, isRecording }: Facts): string[] {
  const cut = lines.filter(({ cutBytes }) => cutBytes !== undefined);
  const binaryCount = lines.filter(({ isBinary }) => isBinary === true).length;
  const timelessCount = lines.filter(({ atMs }) => atMs === undefined).length;
  const unreadCount = logs.containers.filter(isMissed).length;
  const read = logs.containers.filter(({ isRead }) => isRead);
  const cutContainers = read.filter(({ isCut }) => isCut);
  const joined = words.joined(logs.joined);
  return [
    cutContainers.length > 0 &&
      words.cutByTail(
        cutContainers.length === read.length
          ? undefined
          : cutContainers.map((one) => marks.get(containerId(one))?.label ?? one.container).join(', '),
      ),
    unreadCount > 0 && words.unread(unreadCount),
    cut.length > 0 && words.cutLines(cut.length, sum(cut.map(({ cutBytes = 0 }) => cutBytes))),
    binaryCount > 0 && words.binary(binaryCount),
    timelessCount > 0 && words.timeless(timelessCount),
    followed.dropped > 0 && words.dropped(followed.dropped),
    ...Object.values(followed.troubles),
    joined !== '' && `${words.joinedTitle} ${joined}`,
    isRecording && words.recorded,
  ].filter((note) => typeof note === 'string');
}

/** An init container that is done is not read unless asked for; nothing is missed by that. */
function isMissed({ isRead, role, state }: LogContainer): boolean {
  return !isRead && !(role === 'init' && state === 'Completed');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
