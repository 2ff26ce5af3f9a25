import { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import { hasStatus } from './api-error.ts';

const statusShape = z.looseObject({
  name: z.string(),
  state: z.looseObject({ running: z.unknown() }).partial().default({}),
});

const podShape = z.looseObject({
  status: z
    .looseObject({
      phase: z.string().optional(),
      containerStatuses: z.array(statusShape).nullish(),
      initContainerStatuses: z.array(statusShape).nullish(),
    })
    .default({}),
});

type Asked = { namespace: string; pod: string; container: string; signal: AbortSignal };

/** Whether a container runs at this moment. Throws when the server cannot be asked. */
export async function readRunState(
  client: ApiClient,
  { namespace, pod, container, signal }: Asked,
): Promise<'running' | 'ended' | 'gone'> {
  try {
    const answer = await client.get({ path: `/api/v1/namespaces/${namespace}/pods/${pod}`, signal });
    const { status } = podShape.parse(answer);
    const statuses = [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])];
    const own = statuses.find(({ name }) => name === container);
    const runs = own === undefined ? status.phase === 'Running' : own.state.running !== undefined;
    return runs ? 'running' : 'ended';
  } catch (error) {
    if (hasStatus(error, 404)) return 'gone';
    // Who may read logs but not pods gets what the log itself gave.
    if (hasStatus(error, 403)) return 'ended';
    throw error;
  }
}
