import { redact } from '#lib/redact/redact.ts';
import { ViglaError } from '#server/errors.ts';
import { at, isObject, type JsonObject } from '#server/mesh/proxy/json/json.ts';

/** Ztunnel's own dump, its parts as lists; older ones have maps by address or id. */
export type ZtunnelDump = {
  workloads: readonly JsonObject[];
  services: readonly JsonObject[];
  policies: readonly JsonObject[];
  certificates: readonly JsonObject[];
  /** What ztunnel runs for each captured pod of its node, with its connections. */
  workloadState: readonly JsonObject[];
  config: JsonObject;
};

/**
 * Reads ztunnel's `/config_dump`, without the secrets in it.
 * @throws ViglaError `source_failed` for what is not JSON, or no dump of ztunnel
 */
export function openZtunnelDump(bytes: Uint8Array): ZtunnelDump {
  const parsed = parse(new TextDecoder().decode(bytes));
  if (!isObject(parsed) || !('workloads' in parsed || 'services' in parsed))
    throw new ViglaError(
      'source_failed',
      'This is no dump of ztunnel: it has neither workloads nor services.',
    );
  const dump = redact(parsed);
  const config = at(dump, 'config');
  return {
    workloads: entriesOf(at(dump, 'workloads')),
    services: entriesOf(at(dump, 'services')),
    policies: entriesOf(at(dump, 'policies')),
    certificates: entriesOf(at(dump, 'certificates')),
    workloadState: entriesOf(at(dump, 'workloadState')),
    config: isObject(config) ? config : {},
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ViglaError(
      'source_failed',
      `The dump of ztunnel is not JSON, or cut off after ${text.length} characters.`,
      {
        cause,
      },
    );
  }
}

/** The objects of a list, or the values of a map. */
export function entriesOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? Object.values(value).filter(isObject) : [];
}
