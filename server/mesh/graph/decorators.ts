import type { Decorator } from './decorator.ts';
import { boxMtls } from './decorators/box-mtls.ts';
import { circuitBreaker } from './decorators/circuit-breaker.ts';
import { configuredSplits } from './decorators/configured-splits.ts';
import { explain } from './decorators/explain.ts';
import { gatewayBadges } from './decorators/gateway-badges.ts';
import { health } from './decorators/health.ts';
import { meshMembership } from './decorators/mesh-membership.ts';
import { reportersDiffer } from './decorators/reporters-differ.ts';
import { routeBadges } from './decorators/route-badges.ts';
import { workloadEntry } from './decorators/workload-entry.ts';

/** Every decorator, in the order in which they run. */
export const decorators: readonly Decorator[] = [
  meshMembership,
  routeBadges,
  circuitBreaker,
  gatewayBadges,
  workloadEntry,
  boxMtls,
  configuredSplits,
  explain,
  reportersDiffer,
  health,
];
