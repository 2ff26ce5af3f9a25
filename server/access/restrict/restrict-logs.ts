import type { LogSource } from '#server/sources/interface.ts';
import { noPod } from './no-pod.ts';
import type { View } from './view.ts';

/** The logs of containers in visible namespaces. */
export function restrictLogs(logs: LogSource, { namespaces, failure }: View): LogSource {
  return {
    async *read(question, signal) {
      if (failure !== undefined) throw failure;
      if (!namespaces.has(question.namespace)) throw noPod(question);
      yield* logs.read(question, signal);
    },
  };
}
