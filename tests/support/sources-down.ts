import { ViglaError } from '#server/errors.ts';
import type { Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

export const sourceNames = ['metrics', 'objects', 'envoy', 'istiod', 'logs'] as const;
export type SourceName = (typeof sourceNames)[number];

/** How each says that it is down. */
export const refusals: Record<SourceName, string> = {
  metrics: 'Prometheus does not answer: the connection was refused.',
  objects: 'The Kubernetes API does not answer.',
  envoy: 'The pod cannot be reached.',
  istiod: 'istiod cannot be reached.',
  logs: 'Logs cannot be read.',
};

/** Some minutes after the recording ended, where its shares are known. */
const nowMs = Date.UTC(2026, 10, 21, 2, 30);

/** Unpacked once for all outages. */
const recording = createRecording({ now: () => nowMs });

/** The recorded mesh with some of its sources down. */
export function sourcesDown(down: readonly SourceName[]): Sources {
  const { metrics, objects, envoy, istiod, logs } = recording;
  if (envoy === undefined || istiod === undefined || logs === undefined)
    throw new Error('the recording has proxies, an istiod and logs');
  const isDown = (name: SourceName) => down.includes(name);
  const refuse = (name: SourceName) => () =>
    Promise.reject(new ViglaError('source_unreachable', refusals[name]));
  const read = () => ({ [Symbol.asyncIterator]: () => ({ next: refuse('logs') }) });
  return {
    ...recording,
    ...(isDown('metrics') && {
      metrics: { ...metrics, query: refuse('metrics'), queryRange: refuse('metrics') },
    }),
    ...(isDown('objects') && { objects: { ...objects, snapshot: refuse('objects') } }),
    ...(isDown('envoy') && { envoy: { ...envoy, admin: refuse('envoy') } }),
    ...(isDown('istiod') && { istiod: { ...istiod, ask: refuse('istiod') } }),
    ...(isDown('logs') && { logs: { ...logs, read } }),
  };
}
