import type { TestHandle } from '#components/graph/canvas/test-handle.ts';

declare global {
  interface Window {
    /** The drawing's own door for tests: where nodes are, how many there are. */
    viglaGraph?: TestHandle;
    benchFrames?: number[] | undefined;
    benchTasks?: number[];
  }
}
