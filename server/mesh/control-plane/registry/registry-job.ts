import type { RegistryService } from '#lib/contract/mesh-registry.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { isObject } from '#server/mesh/proxy/json/json.ts';
import { registryServices } from './registry-services.ts';

export type RegistryRead = {
  services: RegistryService[];
  /** Which of the inputs gave them. */
  first?: number;
  /** Inputs that are no JSON. */
  broken: number[];
};

/**
 * istiod's registry: of the first `registryCount` inputs, answers of `/debug/registryz`, the first that is a list; of the
 * others, answers of `/debug/endpointShardz`, the first that is an object.
 */
export const registryJob: DumpJob<{ registryCount: number }, RegistryRead> = {
  name: 'registry',
  run: (inputs, { registryCount }) => {
    const broken: number[] = [];
    const find = (from: number, to: number, isWanted: (value: unknown) => boolean) => {
      for (const [offset, bytes] of inputs.slice(from, to).entries()) {
        const value = jsonOf(bytes);
        if (value === undefined) broken.push(from + offset);
        else if (isWanted(value)) return { index: from + offset, value };
      }
      return undefined;
    };
    const registry = find(0, registryCount, Array.isArray);
    const shards = find(registryCount, inputs.length, isObject);
    return registry === undefined
      ? { services: [], broken }
      : { services: registryServices(registry.value, shards?.value), first: registry.index, broken };
  },
};

/** Undefined for what is no JSON; a replica that has nothing to say sends nothing. */
function jsonOf(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return text.trim() === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}
