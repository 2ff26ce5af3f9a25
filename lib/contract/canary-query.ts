import { z } from 'zod';
import { atParameter, namePart, namespacePart, namespacesParameter, rangeParameter } from './parameters.ts';

export const canariesQuery = z.strictObject({
  namespaces: namespacesParameter,
  range: rangeParameter,
  at: atParameter,
});

export type CanariesQuery = z.output<typeof canariesQuery>;

export const canaryKinds = ['virtualservice', 'httproute', 'grpcroute'] as const;

const canaryObjectFields = {
  kind: z.preprocess(
    (text) => (typeof text === 'string' ? text.toLowerCase() : text),
    z.enum(canaryKinds, { error: `is none of ${canaryKinds.join(', ')}` }),
  ),
  namespace: namespacePart,
  name: namePart,
  range: rangeParameter,
  at: atParameter,
};

/** All splits of one route object. */
export const canaryObjectQuery = z.strictObject(canaryObjectFields);

export type CanaryObjectQuery = z.output<typeof canaryObjectQuery>;

/** One split: `route` is the rule's name, else its index. */
export const canaryQuery = z.strictObject({ ...canaryObjectFields, route: z.string().min(1).max(253) });

export type CanaryQuery = z.output<typeof canaryQuery>;
