import { readMeshModel } from '#server/sources/recording/model/mesh-model.ts';
import { buildModel } from '#server/sources/recording/model/model.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { type Traffic, trafficOf } from '#server/sources/recording/traffic/traffic.ts';
import { adminJson } from './proxy-answers.ts';

let building: Promise<Traffic> | undefined;

/** The modelled requests one by one; built once for all tests of a file. */
export function recordedRequests(): Promise<Traffic> {
  building ??= build();
  return building;
}

async function build(): Promise<Traffic> {
  const recording = createRecording({});
  const mesh = await readMeshModel(await recording.objects.snapshot(), (proxy) =>
    adminJson(recording, proxy, 'config_dump'),
  );
  return trafficOf(mesh, buildModel(mesh));
}
