/** An answer holds so much at most, however many containers it is of. */
const mostLines = 20_000;
const mostBytes = 64_000_000;

export type Share = { tail: number; mostBytes: number; warning: string | undefined };

/** How many of the newest lines are read of each container, so that the answer stays of a size that a page can hold. */
export function shareOfEach(tail: number, containers: number): Share {
  const count = Math.max(1, containers);
  const allowed = Math.floor(mostLines / count);
  const warning =
    tail <= allowed
      ? undefined
      : `Of each of the ${count} containers only the newest ${allowed} lines are read, ${mostLines.toLocaleString('en')} in all. Choose containers to see more of them.`;
  return { tail: Math.min(tail, allowed), mostBytes: Math.floor(mostBytes / count), warning };
}
