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

type Place = { store: NamedStore; isMeant: string; credentials: string; url: URL };
type Fix = NonNullable<SourceStatus['fix']>;

/**
 * What would help where a source at a configured address does not answer, by what went wrong: in words that name the
 * setting, and mostly with a command that shows the same from where Vigla runs. `address` is without credentials.
 */
export function settingFix(
  error: unknown,
  { store, address }: { store: NamedStore; address: string },
): SourceStatus['fix'] {
  const found = failureClass(error);
  return found === undefined ? undefined : fixOf(found, { store, address });
}

/** The same of a failure whose class is known already. */
export function fixOf(found: FailureClass, { store, address }: { store: NamedStore; address: string }): Fix {
  return fixes[found]({ store, ...stores[store], url: new URL(address) });
}

const fixes: Record<FailureClass, (place: Place) => Fix> = {
  refused: ({ store, url }) => ({
    words: `Nothing listens at ${url.host}: start it, or set ${store}_URL to where it listens.`,
    command: curl(url),
  }),
  unknownHost: ({ store, url }) => ({
    words: `No host is called ${url.hostname} from where Vigla runs: set ${store}_URL to a name or address that is known there.`,
    command: `nslookup '${url.hostname}'`,
  }),
  unreachable: ({ store, url }) => ({
    words: `No way leads to ${url.host} from where Vigla runs: let it through (firewall, NetworkPolicy), or set ${store}_URL to an address that it reaches.`,
    command: curl(url),
  }),
  brokenOff: ({ store, url }) => ({
    words: `It hangs up: look into its log, and whether it speaks ${url.protocol === 'https:' ? 'HTTPS' : 'HTTPS, not HTTP,'} at ${store}_URL.`,
    command: curl(url),
  }),
  unknownAuthority: ({ store, url }) => ({
    words: `Set ${store}_CA_FILE to the certificate of the authority that signed its own.`,
    command: showCertificate(url),
  }),
  otherHost: ({ store, url }) => ({
    words: `Its certificate is not for ${url.hostname}: set ${store}_URL to a name that stands in it.`,
    command: showCertificate(url),
  }),
  expired: ({ store, url }) => ({
    words: `Renew the certificate of what ${store}_URL leads to: it is not valid now.`,
    command: showCertificate(url),
  }),
  noTls: ({ store, url }) => ({
    words: `It speaks no TLS that Vigla understands: begin ${store}_URL with http:// where it speaks none.`,
    command: showCertificate(url),
  }),
  unauthorized: ({ store, credentials }) => ({
    words: `It wants to know who asks: set ${credentials}; beside ${store}_URL no other credentials are sent.`,
  }),
  forbidden: ({ credentials }) => ({
    words: `It does not let these credentials ask: give them the right, or set others (${credentials}).`,
  }),
  notFound: ({ store, isMeant, url }) => ({
    words: `Check the path of ${store}_URL: ${isMeant} must lie below it.`,
    command: curl(url),
  }),
  redirected: ({ store, isMeant, url }) => ({
    words: `Set ${store}_URL to the address of ${isMeant} itself; one that redirects is often a page to sign in at.`,
    command: curl(url),
  }),
  notThis: ({ store, isMeant, url }) => ({
    words: `What answers there is something else: set ${store}_URL to ${isMeant}.`,
    command: curl(url),
  }),
  gateway: ({ store, isMeant, url }) => ({
    words: `A gateway answers with nobody behind it: start ${isMeant}, or set ${store}_URL past the gateway.`,
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
