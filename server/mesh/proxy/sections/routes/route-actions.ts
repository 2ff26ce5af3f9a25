import { envoysOwn, istiosDefault } from '#lib/proxy/own-words.ts';
import { at, flagAt, numberAt, objectAt, objectsAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { durationWords } from '#server/mesh/proxy/sections/words/duration-words.ts';
import { percentWords } from '#server/mesh/proxy/sections/words/percent-words.ts';
import { filterSettings } from './filter-settings.ts';
import { answerWords, redirectWords } from './own-answers.ts';
import { chosenClusterWords } from './route-targets.ts';

/** What a route does with a request, beside sending it to its targets, each in words. */
export function routeActions(route: unknown): string[] {
  return [
    ...redirectWords(objectAt(route, 'redirect')),
    ...answerWords(objectAt(route, 'direct_response')),
    ...chosenClusterWords(route),
    ...mirrors(route),
    ...filterSettings(objectAt(route, 'typed_per_filter_config')),
    ...rewrites(objectAt(route, 'route')),
    ...timeouts(objectAt(route, 'route')),
    ...retries(objectAt(route, 'route', 'retry_policy')),
    ...stickiness(route),
    ...headers(route),
    ...(textAt(route, 'route', 'priority') === 'HIGH' ? ['high priority'] : []),
    ...objectsAt(route, 'route', 'upgrade_configs').map(
      (upgrade) => `allows upgrades to ${textAt(upgrade, 'upgrade_type') ?? '?'}`,
    ),
  ];
}

function mirrors(route: unknown): string[] {
  return objectsAt(route, 'route', 'request_mirror_policies').map((policy) => {
    const share = percentWords(at(policy, 'runtime_fraction', 'default_value'));
    return `mirrors ${share} to ${textAt(policy, 'cluster') ?? 'the cluster that a header names'}`;
  });
}

function rewrites(action: unknown): string[] {
  const prefix = textAt(action, 'prefix_rewrite');
  const host = textAt(action, 'host_rewrite_literal') ?? textAt(action, 'host_rewrite');
  const hostHeader = textAt(action, 'host_rewrite_header');
  const regex = objectAt(action, 'regex_rewrite');
  const pattern = textAt(regex, 'pattern', 'regex') ?? '';
  return [
    ...(prefix === undefined ? [] : [`rewrites the matched path to ${prefix}`]),
    ...(regex === undefined ? [] : [`rewrites /${pattern}/ to ${textAt(regex, 'substitution') ?? ''}`]),
    ...(host === undefined ? [] : [`rewrites the host to ${host}`]),
    ...(hostHeader === undefined ? [] : [`rewrites the host to what header ${hostHeader} says`]),
    ...(flagAt(action, 'auto_host_rewrite') ? ["rewrites the host to the chosen host's name"] : []),
  ];
}

/** `0s` switches Envoy's own limit of 15 s off, which is what Istio does; it is not told. */
function timeouts(action: unknown): string[] {
  if (action === undefined) return [];
  const timeout = textAt(action, 'timeout');
  const idle = textAt(action, 'idle_timeout');
  return [
    ...(timeout === undefined ? [`timeout 15 s ${envoysOwn}`] : []),
    ...(timeout === undefined || timeout === '0s' ? [] : [`timeout ${durationWords(timeout)}`]),
    ...(idle === undefined || idle === '0s' ? [] : [`idle timeout ${durationWords(idle)}`]),
  ];
}

function retries(policy: unknown): string[] {
  if (policy === undefined) return [];
  const count = numberAt(policy, 'num_retries') ?? 1;
  const perTry = textAt(policy, 'per_try_timeout');
  const codes = at(policy, 'retriable_status_codes');
  const on = (textAt(policy, 'retry_on') ?? '').replaceAll(',', ', ');
  return [
    [
      `retries up to ${count} ${count === 1 ? 'time' : 'times'}`,
      ...(on === '' ? [] : [`on ${on}`]),
      ...(Array.isArray(codes) ? [`(${codes.join(', ')})`] : []),
      ...(perTry === undefined ? [] : [`with ${durationWords(perTry)} each`]),
      ...(isIstiosDefault(policy) ? [istiosDefault] : []),
    ].join(' '),
  ];
}

/** The policy of HTTP routes that say nothing of retries: `retry.DefaultPolicy` of Istio's route building. */
const defaultRetryOn = 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes';

function isIstiosDefault(policy: unknown): boolean {
  return (
    textAt(policy, 'retry_on') === defaultRetryOn &&
    numberAt(policy, 'num_retries') === 2 &&
    textAt(policy, 'per_try_timeout') === undefined
  );
}

function stickiness(route: unknown): string[] {
  return objectsAt(route, 'route', 'hash_policy').map((policy) => {
    const cookie = textAt(policy, 'cookie', 'name');
    const header = textAt(policy, 'header', 'header_name');
    const query = textAt(policy, 'query_parameter', 'name');
    if (cookie !== undefined) return `same host by cookie ${cookie}`;
    if (header !== undefined) return `same host by header ${header}`;
    if (query !== undefined) return `same host by query parameter ${query}`;
    return flagAt(policy, 'connection_properties', 'source_ip')
      ? 'same host by source address'
      : 'same host by a key of its own';
  });
}

/** Values stay in the raw view: a header may carry anything. */
function headers(route: unknown): string[] {
  return (['request', 'response'] as const).flatMap((side) => {
    const set = objectsAt(route, `${side}_headers_to_add`).flatMap(
      (entry) => textAt(entry, 'header', 'key') ?? [],
    );
    const removed = textsAt(route, `${side}_headers_to_remove`);
    return [
      ...(set.length === 0
        ? []
        : [`sets ${side} ${set.length === 1 ? 'header' : 'headers'} ${set.join(', ')}`]),
      ...(removed.length === 0
        ? []
        : [`removes ${side} ${removed.length === 1 ? 'header' : 'headers'} ${removed.join(', ')}`]),
    ];
  });
}
