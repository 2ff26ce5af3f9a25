import { at, flagAt, numberAt, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { percentWords } from '#server/mesh/proxy/sections/words/percent-words.ts';
import { stringMatchWords } from '#server/mesh/proxy/sections/words/string-match-words.ts';

/** What a request must have beside its path for a route to take it, each in words. */
export function routeConditions(match: unknown): string[] {
  return [
    ...(at(match, 'case_sensitive') === false ? ['path in any case'] : []),
    ...objectsAt(match, 'headers').map(headerWords),
    ...objectsAt(match, 'query_parameters').map(queryWords),
    ...objectsAt(match, 'cookies').map((cookie) => `cookie ${nameOf(cookie)} ${negated(cookie)}`),
    ...(objectAt(match, 'grpc') === undefined ? [] : ['is a gRPC request']),
    ...(objectAt(match, 'runtime_fraction') === undefined
      ? []
      : [`${percentWords(at(match, 'runtime_fraction', 'default_value'))} of the requests, by chance`]),
    ...tlsWords(match),
    ...objectsAt(match, 'dynamic_metadata').map(metadataWords),
    ...objectsAt(match, 'filter_state').map((state) => `filter state ${textAt(state, 'key') ?? ''}`),
  ];
}

const pseudoHeaders: Record<string, string> = {
  ':method': 'method',
  ':authority': 'authority',
  ':scheme': 'scheme',
  ':path': 'path with its query',
};

function headerWords(header: unknown): string {
  const name = nameOf(header);
  return `${Object.hasOwn(pseudoHeaders, name) ? pseudoHeaders[name] : `header ${name}`} ${negated(header)}`;
}

function queryWords(parameter: unknown): string {
  return `query parameter ${nameOf(parameter)} ${negated(parameter)}`;
}

function nameOf(matcher: unknown): string {
  return textAt(matcher, 'name') ?? '(no name)';
}

function negated(matcher: unknown): string {
  const isInverted = flagAt(matcher, 'invert_match');
  const words = valueWords(matcher);
  const isPresence = words === 'is there' || words === 'is not there';
  if (isPresence && isInverted) return words === 'is there' ? 'is not there' : 'is there';
  const missing = flagAt(matcher, 'treat_missing_header_as_empty') ? ' (missing counts as empty)' : '';
  return `${isInverted ? 'not: ' : ''}${words}${missing}`;
}

/** The one field that is set decides; none at all asks for presence. */
function valueWords(matcher: unknown): string {
  const string = objectAt(matcher, 'string_match') ?? objectAt(matcher, 'string');
  if (string !== undefined) return stringMatchWords(string);
  const present = at(matcher, 'present_match');
  if (present !== undefined) return present === false ? 'is not there' : 'is there';
  const range = objectAt(matcher, 'range_match');
  if (range !== undefined)
    return `is a number from ${numberAt(range, 'start') ?? 0} to below ${numberAt(range, 'end') ?? 0}`;
  const older = olderForms.find(({ field }) => at(matcher, field) !== undefined);
  if (older === undefined) return 'is there';
  const value = at(matcher, older.field);
  return stringMatchWords({ [older.as]: typeof value === 'string' ? value : { ...objectOf(value) } });
}

function objectOf(value: unknown): Record<string, string> {
  return { regex: textAt(value, 'regex') ?? '' };
}

/** Before Envoy 1.20 each kind of match was a field of its own. */
const olderForms = [
  { field: 'exact_match', as: 'exact' },
  { field: 'prefix_match', as: 'prefix' },
  { field: 'suffix_match', as: 'suffix' },
  { field: 'contains_match', as: 'contains' },
  { field: 'safe_regex_match', as: 'safe_regex' },
  { field: 'regex_match', as: 'regex' },
  { field: 'value', as: 'exact' },
] as const;

function tlsWords(match: unknown): string[] {
  const context = objectAt(match, 'tls_context');
  if (context === undefined) return [];
  return [
    ...flagWords(context, 'presented', 'the client shows a certificate'),
    ...flagWords(context, 'validated', "the client's certificate is valid"),
  ];
}

function flagWords(context: unknown, field: string, words: string): string[] {
  const value = at(context, field);
  return value === undefined || value === null ? [] : [value === false ? `not: ${words}` : words];
}

/** JWT claims reach routing as dynamic metadata of the filter that read the token. */
function metadataWords(matcher: unknown): string {
  const path = objectsAt(matcher, 'path').map((step) => textAt(step, 'key') ?? '?');
  const value = JSON.stringify(at(matcher, 'value') ?? null);
  const isInverted = flagAt(matcher, 'invert');
  return `metadata ${[textAt(matcher, 'filter') ?? '', ...path].join('.')} ${isInverted ? 'does not fit' : 'fits'} ${value}`;
}
