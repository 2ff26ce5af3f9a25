import type { Warning } from '#lib/contract/envelope.ts';
import type { LogContainer } from '#lib/contract/logs.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { logsWarning } from './logs-warning.ts';
import { isReadByDefault, logContainersOf } from './pod-containers.ts';

/** So many logs are read at once; of a target with more, those of the newest pods. */
export const mostContainers = 100;

export type ChosenContainers = { containers: LogContainer[]; warnings: Warning[] };

/** All containers of these pods, and which of them to read: those asked for, or all that may still write something. */
export function chooseContainers(
  pods: readonly ObjectOf<'Pod'>[],
  options: { asked: string | undefined; previous: boolean },
): ChosenContainers {
  const asked = options.asked?.split(',');
  const all = pods.flatMap(logContainersOf);
  const names = new Set(all.map(nameOf));
  const wanted = all.filter((one) => {
    if (options.previous && !one.hasPrevious) return false;
    return asked === undefined ? isReadByDefault(one) : asked.includes(nameOf(one));
  });
  const read = new Set(wanted.slice(0, mostContainers).map(nameOf));
  const warnings = (asked ?? [])
    .filter((name) => !names.has(name))
    .map((name) => logsWarning('container_gone', `${name} is no container of this target any more.`));
  if (wanted.length > mostContainers)
    warnings.push(
      logsWarning(
        'containers_cut',
        `Only ${mostContainers} of ${wanted.length} containers are read, those of the newest pods. Choose containers to see others.`,
      ),
    );
  return {
    containers: all.map((one) => ({ ...one, isRead: read.has(nameOf(one)), lineCount: 0, isCut: false })),
    warnings,
  };
}

/** As the parameter `containers` names it. */
export function nameOf({ pod, container }: { pod: string; container: string }): string {
  return `${pod}/${container}`;
}
