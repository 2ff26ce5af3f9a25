import { at, isObject, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { addressText, localityText } from '#server/mesh/proxy/sections/endpoints/endpoint-address.ts';
import { durationWords } from '#server/mesh/proxy/sections/words/duration-words.ts';
import { stringMatchWords } from '#server/mesh/proxy/sections/words/string-match-words.ts';

export type Fact = { title: string; text: string; path: string };

/** What a bootstrap says that is worth a line: where it stands, and its words for it; nothing where it says nothing. */
const readers: readonly { title: string; path: readonly string[]; words: (value: unknown) => string }[] = [
  { title: 'Node cluster', path: ['node', 'cluster'], words: String },
  { title: 'Locality', path: ['node', 'locality'], words: (value) => localityText(value) ?? '' },
  { title: 'Administration', path: ['admin', 'address'], words: addressText },
  { title: 'Configuration from', path: ['dynamic_resources', 'ads_config'], words: adsWords },
  { title: 'Static clusters', path: ['static_resources', 'clusters'], words: namesOf },
  { title: 'Static listeners', path: ['static_resources', 'listeners'], words: namesOf },
  { title: 'Tracing', path: ['tracing', 'http', 'name'], words: String },
  { title: 'Statistics kept', path: ['stats_config', 'stats_matcher'], words: matcherWords },
  {
    title: 'Statistics sent every',
    path: ['stats_flush_interval'],
    words: (value) => durationWords(String(value)),
  },
  { title: 'Tags of statistics', path: ['stats_config', 'stats_tags'], words: tagsWords },
  { title: 'Runtime layers', path: ['layered_runtime', 'layers'], words: namesOf },
  { title: 'Overload protection', path: ['overload_manager', 'resource_monitors'], words: namesOf },
  { title: 'Extensions', path: ['bootstrap_extensions'], words: namesOf },
  { title: 'Cluster manager', path: ['cluster_manager'], words: (value) => JSON.stringify(value) },
];

/** Facts of a bootstrap in words; `path` of each leads into the dump. */
export function bootstrapFacts(bootstrap: unknown, place: string): Fact[] {
  return readers.flatMap(({ title, path, words }) => {
    const value = at(bootstrap, ...path);
    const text = value === undefined || value === null ? '' : words(value);
    return text === '' ? [] : [{ title, text, path: `${place}.${path.join('.')}` }];
  });
}

function namesOf(list: unknown): string {
  if (!Array.isArray(list)) return '';
  return list
    .map((entry) => textAt(entry, 'name') ?? (addressText(objectAt(entry, 'address')) || '(no name)'))
    .join(', ');
}

function adsWords(ads: unknown): string {
  const services = objectsAt(ads, 'grpc_services').flatMap(
    (service) =>
      textAt(service, 'envoy_grpc', 'cluster_name') ?? textAt(service, 'google_grpc', 'target_uri') ?? [],
  );
  const way = textAt(ads, 'api_type') === 'DELTA_GRPC' ? 'changes only' : 'all of it each time';
  return services.length === 0 ? '' : `${services.join(', ')} (${way})`;
}

function matcherWords(matcher: unknown): string {
  if (!isObject(matcher)) return '';
  if (matcher.reject_all === true) return 'none';
  const kept = objectsAt(matcher, 'inclusion_list', 'patterns').map(stringMatchWords);
  const dropped = objectsAt(matcher, 'exclusion_list', 'patterns').map(stringMatchWords);
  if (kept.length > 0) return `name ${kept.join(', ')}`;
  return dropped.length > 0 ? `all but: name ${dropped.join(', ')}` : '';
}

function tagsWords(tags: unknown): string {
  return Array.isArray(tags) ? tags.flatMap((tag) => textAt(tag, 'tag_name') ?? []).join(', ') : '';
}
