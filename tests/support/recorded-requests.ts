import { readMeshModel } from '#server/sources/recording/model/mesh-model.ts';
import { buildModel } from '#server/sources/recording/model/model.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { type Traffic, trafficOf } from '#server/sources/recording/traffic/traffic.ts';

let building: Promise<Traffic> | undefined;

/** The modelled requests one by one; built once for all tests of a file. */
export function recordedRequests(): Promise<Traffic> {
  building ??= build();
  return building;
}

async function build(): Promise<Traffic> {
  const { objects, envoy } = createRecording({});
  const readDump = async (proxy: { namespace: string; pod: string }) => envoy?.admin(proxy, 'config_dump');
  const mesh = await readMeshModel(await objects.snapshot(), readDump);
  return trafficOf(mesh, buildModel(mesh));
}
