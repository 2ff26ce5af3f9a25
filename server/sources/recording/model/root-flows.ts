import type { Call, CallBuilder } from './call-builder.ts';
import { extraTimers } from './extra-calls.ts';
import type { MeshModel } from './mesh-model.ts';
import { daily, type Rhythm, steady } from './rhythm.ts';
import type { Step } from './step.ts';
import { usersAndBots } from './visitors.ts';
import type { Workload } from './workloads.ts';

/** Where requests begin: arrivals in time, and what each of them is. */
export type RootFlow = {
  name: string;
  requestsPerSecond: number;
  rhythm: Rhythm;
  stepOf(builder: CallBuilder): Step;
};

/** Everything that starts by itself: visitors at the gateways, and programs that call on a timer. */
export function rootFlowsOf(mesh: MeshModel): RootFlow[] {
  return [...visitorFlows(mesh), ...timerFlows(mesh)];
}

function visitorFlows(mesh: MeshModel): RootFlow[] {
  return usersAndBots.map(({ name, gateway, table, host, requestsPerSecond, requests }) => {
    const source = workloadNamed(mesh, gateway);
    const total = requests.reduce((sum, { share }) => sum + share, 0);
    return {
      name,
      requestsPerSecond,
      rhythm: daily,
      stepOf: (builder) => ({
        name,
        oneOf: requests.flatMap(({ share, path, ...request }) => {
          if (source === undefined) return [];
          const call: Call = {
            source,
            table,
            ...request,
            url: new URL(`http://${request.host ?? host}${path}`),
          };
          return [
            {
              share: share / total,
              step: { name: `${path} ${JSON.stringify(request)}`, also: [builder.call(call)] },
            },
          ];
        }),
      }),
    };
  });
}

function timerFlows(mesh: MeshModel): RootFlow[] {
  const declared = [...mesh.workloads.values()].flatMap((source) => {
    const { everySeconds } = source;
    if (everySeconds === undefined) return [];
    return source.calls.map(({ url }) => ({ source, url, everySeconds }));
  });
  const extra = extraTimers.flatMap(({ from, url, everySeconds }) => {
    const source = workloadNamed(mesh, from);
    return source === undefined ? [] : [{ source, url: new URL(url), everySeconds }];
  });
  return [...declared, ...extra].map(({ source, url, everySeconds }) => ({
    name: `${source.key} every ${everySeconds} s ${url.href}`,
    requestsPerSecond: 1 / everySeconds,
    rhythm: steady,
    stepOf: (builder) => builder.call({ source, url }),
  }));
}

function workloadNamed(mesh: MeshModel, key: string): Workload | undefined {
  return mesh.workloads.get(key);
}
