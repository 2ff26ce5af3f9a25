import type { MeshModel } from '../model/mesh-model.ts';
import type { Model } from '../model/model.ts';
import { type StepStream, stepStreamsOf } from '../model/streams.ts';
import { Places } from './places.ts';
import type { RequestKey } from './request-ids.ts';
import { type TimedRequest, timedRequest } from './timed-request.ts';

/** The modelled requests, found one by one. */
export type Traffic = {
  model: Model;
  places: Places;
  streams: readonly StepStream[];
  request(key: RequestKey): TimedRequest | undefined;
};

export function trafficOf(mesh: MeshModel, model: Model): Traffic {
  return {
    model,
    places: new Places(mesh.snapshot, mesh.workloads.values()),
    streams: stepStreamsOf(model),
    request: (key) => timedRequest(model, key),
  };
}
