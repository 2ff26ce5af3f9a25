import type { Target } from './target.ts';

/** What every tab of a details page is given. */
export type TargetTabProps = { target: Target };
