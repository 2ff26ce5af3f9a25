import type { SourceStatus } from '#lib/contract/status.ts';
import type { FailureClass } from '#lib/failure-class.ts';
import { failureClass } from './failure-class.ts';

/** Stores by how their settings begin. */
export type NamedStore = 'PROMETHEUS' | 'TRACING' | 'GRAFANA' | 'ISTIOD';

/** `isMeant`: what is at the address where its setting is right. */
const stores: Record<NamedStore, { isMeant: string; credentials: string }> = {
  PROMETHEUS: { isMeant: "a store with Prometheus' query API", credentials: bearerOrBasic('PROMETHEUS') },
  TRACING: { isMeant: "Jaeger's or Tempo's query API", credentials: bearerOrBasic('TRACING') },
  GRAFANA: { isMeant: 'Grafana', credentials: bearerOrBasic('GRAFANA') },
  ISTIOD: { isMeant: "istiod's debug endpoints", credentials: 'ISTIOD_TOKEN_FILE' },
};

function bearerOrBasic(store: string): string {
  return `${store}_BEARER_TOKEN, or ${store}_USERNAME and ${store}_PASSWORD`;
}

type Place = { store: NamedStore; variable: string; isMeant: string; credentials: string; url: URL };

/** `variable`: the setting that names the address, where it is another than `…_URL`. */
type Named = { store: NamedStore; variable?: string | undefined; address: string };
type Fix = NonNullable<SourceStatus['fix']>;

/**
 * What would help where a source at a configured address does not answer, by what went wrong: in words that name the
 * setting, and mostly with a command that shows the same from where Vigla runs. `address` is without credentials.
 */
export function settingFix(error: unknown, named: Named): SourceStatus['fix'] {
  const found = failureClass(error);
  return found === undefined ? undefined : fixOf(found, named);
}

/** The same of a failure whose class is known already. */
export function fixOf(found: FailureClass, { store, variable = `${store}_URL`, address }: Named): Fix {
  return fixes[found]({ store, variable, ...stores[store], url: new URL(address) });
}

const fixes: Record<FailureClass, (place: Place) => Fix> = {
  refused: ({ variable, url }) => ({
    words: `Nothing listens at ${url.host}: start it, or set ${variable} to where it listens.`,
    command: curl(url),
  }),
  unknownHost: ({ variable, url }) => ({
    words: `No host is called ${url.hostname} from where Vigla runs: set ${variable} to a name or address that is known there.`,
    command: `nslookup '${url.hostname}'`,
  }),
  unreachable: ({ variable, url }) => ({
    words: `No way leads to ${url.host} from where Vigla runs: let it through (firewall, NetworkPolicy), or set ${variable} to an address that it reaches.`,
    command: curl(url),
  }),
  brokenOff: ({ variable, url }) => ({
    words: `It hangs up: look into its log, and whether it speaks ${url.protocol === 'https:' ? 'HTTPS' : 'HTTPS, not HTTP,'} at ${variable}.`,
    command: curl(url),
  }),
  unknownAuthority: ({ store, url }) => ({
    words: `Set ${store}_CA_FILE to the certificate of the authority that signed its own.`,
    command: showCertificate(url),
  }),
  otherHost: ({ variable, url }) => ({
    words: `Its certificate is not for ${url.hostname}: set ${variable} to a name that stands in it.`,
    command: showCertificate(url),
  }),
  expired: ({ variable, url }) => ({
    words: `Renew the certificate of what ${variable} leads to: it is not valid now.`,
    command: showCertificate(url),
  }),
  noTls: ({ variable, url }) => ({
    words: `It speaks no TLS that Vigla understands: begin ${variable} with http:// where it speaks none.`,
    command: showCertificate(url),
  }),
  unauthorized: ({ variable, credentials }) => ({
    words: `It wants to know who asks: set ${credentials}; beside ${variable} no other credentials are sent.`,
  }),
  forbidden: ({ credentials }) => ({
    words: `It does not let these credentials ask: give them the right, or set others (${credentials}).`,
  }),
  notFound: ({ variable, isMeant, url }) => ({
    words: `Check the path of ${variable}: ${isMeant} must lie below it.`,
    command: curl(url),
  }),
  redirected: ({ variable, isMeant, url }) => ({
    words: `Set ${variable} to the address of ${isMeant} itself; one that redirects is often a page to sign in at.`,
    command: curl(url),
  }),
  notThis: ({ variable, isMeant, url }) => ({
    words: `What answers there is something else: set ${variable} to ${isMeant}.`,
    command: curl(url),
  }),
  gateway: ({ variable, isMeant, url }) => ({
    words: `A gateway answers with nobody behind it: start ${isMeant}, or set ${variable} past the gateway.`,
    command: curl(url),
  }),
  timeout: ({ store, url }) => ({
    words: `It takes too long to answer: check its load and the network between; pages wait for it as long as ${store}_TIMEOUT says.`,
    command: curl(url),
  }),
};

function curl({ href }: URL): string {
  return `curl -sSi '${href.replace(/\/$/, '')}'`;
}

function showCertificate({ hostname, port }: URL): string {
  return `openssl s_client -connect '${hostname}:${port || '443'}' -showcerts </dev/null`;
}
