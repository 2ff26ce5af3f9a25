import type { CanaryCause } from '#lib/contract/canary-cause.ts';
import type { JudgedSource } from '../verdict/judged-source.ts';
import type { CauseInput } from './cause-input.ts';
import type { CallingWorkload } from './proxies-of.ts';

export type CauseId = CanaryCause['id'];
export type Fact = CanaryCause['facts'][number];

/** A cause as its class finds it; `sources` are those that it explains. */
export type FoundCause<Caller extends CallingWorkload = CallingWorkload> = Omit<
  CanaryCause,
  'id' | 'title' | 'sources'
> & { sources: readonly Caller[] };

/** A cause, the figure that rules it out, or nothing where it cannot be told or does not apply. */
export type CauseFinding<Caller extends CallingWorkload = CallingWorkload> =
  | FoundCause<Caller>
  | { ruledOut: string }
  | undefined;

/** One class of causes. `off` are the sources that want explaining, never empty. */
export type CauseRule = {
  title: string;
  judge(input: CauseInput, off: readonly JudgedSource[]): CauseFinding;
};
