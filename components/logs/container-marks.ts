import type { LogContainer } from '#lib/contract/logs.ts';

export type ContainerMark = {
  /** `istio-proxy`, or with several pods `v1-fs4s7 istio-proxy`. */
  label: string;
  /** Which of the series colours, from 1; the label says the same in words. */
  colour: number;
};

export const markColours = 6;

type Named = Pick<LogContainer, 'pod' | 'container'>;
type Marked = Pick<LogContainer, 'pod' | 'container' | 'role'>;

export function containerId({ pod, container }: Named): string {
  return `${pod}/${container}`;
}

/** A mark for each container, by its id. Pods of one target differ at their ends, so what they share is left out. */
export function containerMarks(containers: readonly Marked[]): ReadonlyMap<string, ContainerMark> {
  const pods = [...new Set(containers.map(({ pod }) => pod))];
  const shortNames = new Map(shortPodNames(pods).map((name, index) => [pods[index] ?? name, name]));
  // Init containers come last: they are seldom read, and colours are few.
  const byTurn = [...containers].sort((a, b) => Number(a.role === 'init') - Number(b.role === 'init'));
  return new Map(
    byTurn.map((container, index) => {
      const pod = pods.length > 1 ? `${shortNames.get(container.pod) ?? container.pod} ` : '';
      return [
        containerId(container),
        { label: `${pod}${container.container}`, colour: (index % markColours) + 1 },
      ];
    }),
  );
}

/** `catalog-v1-5dptcrx82q-fs4s7` beside `catalog-v2-…` is `v1-fs4s7`: without what all begin with, and without the hash. */
export function shortPodNames(pods: readonly string[]): string[] {
  const parts = pods.map((pod) => pod.replace(/-[a-z0-9]{8,10}(-[a-z0-9]{5})$/, '$1').split('-'));
  const [first = []] = parts;
  let shared = 0;
  // The last part always stays, or a name would be empty.
  while (parts.every((one) => shared < one.length - 1 && one[shared] === first[shared])) shared += 1;
  const names = parts.map((one) => one.slice(shared).join('-'));
  return new Set(names).size === names.length ? names : [...pods];
}
