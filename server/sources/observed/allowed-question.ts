import { type AdminQuestion, adminPaths } from '#lib/proxy/admin-paths.ts';
import { type IstiodQuestion, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { ViglaError } from '#server/errors.ts';

type AllowedAdmin = { port: 15000 | 15020; method: 'GET' | 'POST'; path: string };

/**
 * Where a question for a proxy goes, with its query. The types say already what may be asked; here it is held to at run
 * time, before anything is opened, since a wrong question changes or ends a proxy.
 * @throws ViglaError `forbidden`
 */
export function allowedAdmin({ path, parameters = {} }: AdminQuestion): AllowedAdmin {
  if (!Object.hasOwn(adminPaths, path)) throw refused('a proxy', path);
  const { port, method, parameters: known } = adminPaths[path];
  const query = queryOf(parameters, { whom: 'a proxy', path, known });
  // The agent has paths of the same names as Envoy; the table tells them apart by the first word.
  return { port, method, path: `/${path.replace(/^agent\//, '')}${query}` };
}

/**
 * The path of a question for istiod, with its query; see `allowedAdmin`.
 * @throws ViglaError `forbidden`
 */
export function allowedIstiod({ endpoint, parameters = {} }: IstiodQuestion): string {
  if (!Object.hasOwn(istiodEndpoints, endpoint)) throw refused('istiod', endpoint);
  const { path, parameters: known } = istiodEndpoints[endpoint];
  return path + queryOf(parameters, { whom: 'istiod', path: endpoint, known });
}

type Asked = { whom: string; path: string; known: readonly string[] };

function queryOf(parameters: Readonly<Record<string, string>>, { whom, path, known }: Asked): string {
  const pairs = Object.entries(parameters).map(([name, value]) => {
    if (!known.includes(name)) throw refused(whom, `${path}?${name}`);
    // istiod takes a flag for set only as `true`; to Envoy any value is the same.
    return `${name}=${encoded(value === '' && name === 'include_eds' ? 'true' : value)}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Envoy takes `+` for itself, so a blank is `%20`; the commas of a mask stay readable in its log. */
function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll('%2C', ',');
}

function refused(whom: string, what: string): ViglaError {
  return new ViglaError(
    'forbidden',
    `Vigla does not ask ${whom} for "${what}": only what reads and changes nothing is on its list.`,
  );
}
