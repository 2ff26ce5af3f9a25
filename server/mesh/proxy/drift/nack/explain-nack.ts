import { formatQuantity } from '#lib/format-count.ts';
import type { NackFacts, NackReason, NackStory } from './nack-reason.ts';
import type { Nack } from './parse-nack.ts';
import { unknownTracingCluster } from './unknown-tracing-cluster.ts';

/** The first that fits counts. Texts are those of Envoy's own sources. */
const reasons: readonly NackReason[] = [
  unknownTracingCluster,
  {
    match: /unknown cluster '([^']*)'/,
    tell: ([, cluster = '']) => ({
      text: `they name the cluster ${cluster}, which the proxy does not have.`,
      fix: 'Make the Service behind it visible to this proxy (Sidecar, exportTo), or take the reference out of the EnvoyFilter, Telemetry or mesh configuration that names it.',
    }),
  },
  {
    match: /unable to open file '([^']*)': (.*)/,
    tell: ([, file = '', reason = '']) => ({
      text: `the access log ${file} cannot be opened (${reason.trim()}).`,
      fix: 'Let the container istio-proxy write there (its user is 1337), or change accessLogFile in the mesh configuration or the provider in Telemetry.',
    }),
  },
  {
    match: /cannot bind '?([^':\s][^']*?)'?: (.*)/,
    tell: ([, address = '', reason = '']) => ({
      text: `the address ${address} cannot be bound (${reason.trim()}).`,
      fix: 'Another process in the pod has this port, or it is below 1024 and the proxy may not open it; choose another target port.',
    }),
  },
  {
    match: /Duplicate entry of domain (\S+)/i,
    tell: ([, domain = '']) => ({
      text: `two virtual hosts of one route table claim the domain ${domain}.`,
      fix: 'Look for two VirtualServices, routes or ServiceEntries with this host on one port, and for an EnvoyFilter that adds virtual hosts.',
    }),
  },
  {
    match: /(?:duplicate|already exists|has duplicate address)/i,
    tell: () => ({
      text: 'two of them are the same for Envoy.',
      fix: 'Look for two Services or ServiceEntries with the same address and port, and for an EnvoyFilter that adds what is there already.',
    }),
  },
  {
    match: /Didn't find a registered implementation for '?([^'\s]*)'?(?: with type URL: '([^']*)')?/,
    tell: ([, name = '', type]) => ({
      text: `they use ${[name, type].filter((part) => part !== undefined && part !== '').join(' ')}, which this build of Envoy does not have.`,
      fix: 'The proxy is older than its configuration or a different build: restart it with the image of its control plane, or take the EnvoyFilter that adds this out.',
    }),
  },
  {
    match: /(?:Proto constraint validation failed|no such field|Unable to parse JSON)/i,
    tell: (_, { refused }) => ({
      text: `a field has a value that Envoy does not accept: ${firstReason(refused)}`,
      fix: 'Such fields mostly come from an EnvoyFilter; compare its patch with the documentation of this version of Envoy.',
    }),
  },
  {
    match: /[Ff]ailed to (?:load|parse) (.*(?:certificate|private key|CA).*)/,
    tell: ([, what = '']) => ({
      text: `a certificate or its key cannot be used: ${what.trim()}.`,
      fix: 'Check the Secret that the Gateway or DestinationRule names: certificate and key must be PEM and belong together.',
    }),
  },
  {
    match: /(?:Invalid regex|no argument for repetition operator|missing \]|invalid perl operator)[^\n]*/i,
    tell: ([reason]) => ({
      text: `a regular expression is not RE2's: ${reason.trim()}.`,
      fix: 'Rewrite it without look-arounds and back-references, in the VirtualService, route or EnvoyFilter that has it.',
    }),
  },
];

/** A refusal as a sentence that goes on after a colon, what to do, and proof beyond its text. */
export function explainNack(nack: Nack, facts: NackFacts): NackStory {
  const story = reasons.flatMap(({ match, tell }) => {
    const found = match.exec(nack.text);
    return found === null ? [] : [tell(found, nack, facts)];
  })[0];
  if (story !== undefined) return story;
  const more = nack.refused.length - 1;
  return {
    text: `${firstReason(nack.refused)}${more > 0 ? ` (and ${formatQuantity(more, 'more', 'more')})` : ''}.`,
    fix: "The text is Envoy's own; look for the EnvoyFilter, Gateway or route that makes the resource it names.",
  };
}

function firstReason(refused: Nack['refused']): string {
  const [first] = refused;
  if (first === undefined) return '(Envoy gives no reason)';
  const text = first.name === '' ? first.reason : `${first.name}: ${first.reason}`;
  return text.replace(/[.\s]+$/, '');
}
