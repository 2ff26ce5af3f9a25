import {
  at,
  type Json,
  type JsonObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
} from '#server/mesh/proxy/json/json.ts';
import { durationWords } from '#server/mesh/proxy/sections/words/duration-words.ts';
import { percentWords } from '#server/mesh/proxy/sections/words/percent-words.ts';
import { stringMatchWords } from '#server/mesh/proxy/sections/words/string-match-words.ts';

/** A route's own settings for HTTP filters in words: faults and CORS as such, others by the filter's name. */
export function filterSettings(settings: JsonObject | undefined): string[] {
  return Object.entries(settings ?? {}).flatMap(([filter, config]) =>
    Object.hasOwn(known, filter) ? (known[filter]?.(config) ?? []) : [`own settings for filter ${filter}`],
  );
}

const known: Record<string, (config: Json) => string[]> = {
  'envoy.filters.http.fault': faultWords,
  'envoy.filters.http.cors': corsWords,
};

function faultWords(fault: Json): string[] {
  const delay = textAt(fault, 'delay', 'fixed_delay');
  const status = numberAt(fault, 'abort', 'http_status');
  const grpcStatus = numberAt(fault, 'abort', 'grpc_status');
  const aborted = percentWords(at(fault, 'abort', 'percentage'));
  return [
    ...(delay === undefined
      ? []
      : [`delays ${percentWords(at(fault, 'delay', 'percentage'))} by ${durationWords(delay)}`]),
    ...(status === undefined ? [] : [`aborts ${aborted} with ${status}`]),
    ...(grpcStatus === undefined ? [] : [`aborts ${aborted} with gRPC status ${grpcStatus}`]),
  ];
}

function corsWords(cors: Json): string[] {
  const origins = objectsAt(cors, 'allow_origin_string_match').map(stringMatchWords);
  if (origins.length === 0 && objectAt(cors) === undefined) return [];
  return [`CORS where the origin ${origins.length === 0 ? '(none)' : origins.join(' or ')}`];
}
