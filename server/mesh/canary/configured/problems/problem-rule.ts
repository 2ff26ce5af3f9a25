import type { Split } from '../../split.ts';
import type { Mesh } from '../behind-destination.ts';
import type { ConfiguredRoute, ConfiguredRule } from '../configured-route.ts';
import type { VersionDraft } from '../versions-of.ts';
import type { RoutesByPlace } from './routes-by-place.ts';

export type Problem = Split['problems'][number];

/** What a weighted rule is judged from, before any request is counted. */
export type SplitFacts = {
  rule: ConfiguredRule;
  route: ConfiguredRoute;
  drafts: readonly VersionDraft[];
  byPlace: RoutesByPlace;
  mesh: Mesh;
};

export type ProblemRule = (facts: SplitFacts) => readonly Problem[];
