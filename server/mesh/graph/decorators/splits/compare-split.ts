import type { EdgeSplit } from '#lib/contract/edge-split.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { EdgeProtocol } from '#lib/contract/graph.ts';
import { isOfConnections } from '#server/mesh/canary/of-connections.ts';
import type { Pin } from '#server/mesh/canary/split.ts';
import { isSameObject } from '#server/mesh/same-object.ts';
import { roundFigure } from '../../build/round-figure.ts';
import { type Callers, holdsFor, oughtToHold } from './holds-for.ts';
import type { LeadingSplit } from './splits-by-target.ts';

type SplitQuestion = {
  route: ObjectReference;
  protocol: EdgeProtocol;
  callers: Callers;
  /** Some of what is shared out goes to another cluster. */
  isAcrossClusters: boolean;
  /** Those that lead to the edge's target. */
  leading: readonly LeadingSplit[];
};

/**
 * What the weights of a route send over an edge, as a share of all that the same callers send through it: exactly, or not
 * at all and why. Telemetry names no rule, so with two that could be meant nothing is said.
 */
export function compareSplit(
  question: SplitQuestion,
): Pick<EdgeSplit, 'configuredShare' | 'notCompared' | 'pins' | 'canaries'> {
  const { route, callers } = question;
  const leading = question.leading.filter(
    ({ split }) => isOfConnections(split) === (question.protocol === 'tcp'),
  );
  const own = leading.filter(({ split }) => isSameObject(split.root, route));
  const held = own.filter(({ split }) => holdsFor(split, callers));
  const fitting = held.length > 0 ? held : own.filter(({ split }) => oughtToHold(split));
  const canaries = fitting.map(({ split, led }) => ({
    object: split.object,
    route: split.route,
    versions: led.map(({ version }) => version),
  }));
  const rivals = leading.filter(({ split }) => !isSameObject(split.root, route) && holdsFor(split, callers));
  const [only, ...others] = fitting;
  const name = `${route.kind} ${route.namespace}/${route.name}`;
  if (only === undefined)
    return {
      notCompared:
        own.length === 0
          ? `No weighted rule of ${name} leads here: its other rules do.`
          : `The weights of ${name} do not hold for these callers.`,
      canaries,
    };
  const alike = [...others, ...rivals];
  if (alike.length > 0) return { notCompared: severalText([only, ...alike]), canaries };
  if (only.led.some(({ isPart }) => isPart))
    return { notCompared: `A version of ${name} has more workloads than this one.`, canaries };
  if (question.isAcrossClusters)
    return { notCompared: `A part of what ${name} shares out goes to another cluster.`, canaries };
  const share = only.led.reduce((sum, { version }) => sum + (only.split.versions[version]?.share ?? 0), 0);
  const pins = only.split.pins.map(pinText);
  return { configuredShare: roundFigure(share), ...(pins.length === 0 ? {} : { pins }), canaries };
}

/** `header end-user = jason, by bookinfo/reviews spec.http[0]` */
function pinText({ object, path, matches }: Pin): string {
  const rule = `${object.namespace}/${object.name} ${path}`;
  return matches.length === 0 ? rule : `${matches.join(' or ')}, by ${rule}`;
}

function severalText(candidates: readonly LeadingSplit[]): string {
  const rules = candidates.map(({ split: { object, path } }) => `${object.namespace}/${object.name} ${path}`);
  return `${candidates.length} weighted rules lead here, and telemetry does not tell them apart: ${rules.join(', ')}.`;
}
