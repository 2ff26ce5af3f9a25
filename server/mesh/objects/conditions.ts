import { z } from 'zod';
import type { ObjectCondition } from '#lib/contract/objects.ts';
import { manifestOf } from '#lib/objects/manifest.ts';
import { at, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

const isoTime = z.iso.datetime({ offset: true });

/** Conditions that are as they should be when they are False. Source: Gateway API's condition types. */
const badWhenTrue = new Set(['Conflicted', 'OverlappingTLSConfig']);
const goodWhenTrue = new Set([
  'Accepted',
  'Programmed',
  'ResolvedRefs',
  'Ready',
  'Scheduled',
  'Attached',
  'SupportedVersion',
  'Healthy',
  'PassedAnalysis',
  'Reconciled',
]);

/** All conditions of an object's status: its own, those of a Gateway's listeners and of a route's parents. */
export function conditionsOf(read: object): ObjectCondition[] {
  const manifest = manifestOf(read) ?? read;
  return [
    ...conditionsAt(manifest, 'status.conditions', ['status', 'conditions']),
    ...objectsAt(manifest, 'status', 'listeners').flatMap((listener, index) =>
      conditionsAt(listener, `status.listeners[${index}].conditions`, ['conditions']).map((one) => ({
        ...one,
        of: `listener ${textAt(listener, 'name') ?? index}`,
      })),
    ),
    ...objectsAt(manifest, 'status', 'parents').flatMap((parent, index) =>
      conditionsAt(parent, `status.parents[${index}].conditions`, ['conditions']).map((one) => ({
        ...one,
        of: `${textAt(parent, 'parentRef', 'kind') ?? 'Gateway'} ${textAt(parent, 'parentRef', 'name') ?? '?'}`,
      })),
    ),
  ];
}

function conditionsAt(holder: unknown, path: string, keys: readonly string[]): ObjectCondition[] {
  return objectsAt(holder, ...keys).flatMap((condition, index) => {
    const type = textAt(condition, 'type');
    const status = textAt(condition, 'status');
    if (type === undefined || status === undefined) return [];
    const reason = textAt(condition, 'reason');
    const message = textAt(condition, 'message');
    const time = isoTime.safeParse(at(condition, 'lastTransitionTime'));
    return [
      {
        type,
        status,
        verdict: verdictOf(type, status),
        path: `${path}[${index}]`,
        ...(reason === undefined || reason === '' ? {} : { reason }),
        ...(message === undefined || message === '' ? {} : { message }),
        ...(time.success ? { at: time.data } : {}),
      },
    ];
  });
}

function verdictOf(type: string, status: string): ObjectCondition['verdict'] {
  if (status !== 'True' && status !== 'False') return 'unknown';
  if (badWhenTrue.has(type)) return status === 'False' ? 'good' : 'bad';
  if (goodWhenTrue.has(type)) return status === 'True' ? 'good' : 'bad';
  return 'unknown';
}
