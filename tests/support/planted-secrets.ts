import fc from 'fast-check';
import { isObject } from '#lib/json/json.ts';

type Plant = { name: string; fields: (secret: string) => Record<string, unknown> };

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function pem(secret: string): string {
  return `-----BEGIN RSA PRIVATE KEY-----\n${base64(secret)}\n${secret}\n-----END RSA PRIVATE KEY-----\n`;
}

const certificate = '-----BEGIN CERTIFICATE-----\nMIIBpublic\n-----END CERTIFICATE-----\n';

/** Every shape in which a secret can stand in a dump; the words of it are given. */
export const plants: readonly Plant[] = [
  { name: 'a private key in bytes', fields: (s) => ({ private_key: { inline_bytes: base64(pem(s)) } }) },
  { name: 'a private key in text', fields: (s) => ({ privateKey: { inlineString: s } }) },
  { name: 'a password of a key', fields: (s) => ({ password: { inline_string: s } }) },
  { name: 'PKCS #12', fields: (s) => ({ pkcs12: { inline_bytes: base64(s) } }) },
  {
    name: 'keys of session tickets',
    fields: (s) => ({ session_ticket_keys: { keys: [{ inline_string: s }] } }),
  },
  { name: 'a generic secret', fields: (s) => ({ generic_secret: { secret: { inline_string: s } } }) },
  { name: 'PEM under any name', fields: (s) => ({ note: pem(s) }) },
  { name: 'PEM in base64 behind a certificate', fields: (s) => ({ note: base64(certificate + pem(s)) }) },
  {
    name: 'a header to add',
    fields: (s) => ({
      request_headers_to_add: [{ header: { key: 'Authorization', value: s }, append: false }],
    }),
  },
  { name: 'an API key header', fields: (s) => ({ initial_metadata: [{ key: 'x-api-key', value: s }] }) },
  { name: 'a header in bytes', fields: (s) => ({ headers: [{ key: 'cookie', rawValue: base64(s) }] }) },
  {
    name: 'a token in a text',
    fields: (s) => ({ note: `curl -H "Authorization: Bearer ${s}7" example.net` }),
  },
  {
    name: 'a JSON Web Token in a text',
    fields: (s) => ({ note: `token=${base64('{"alg":"RS256"}').replaceAll('=', '')}.${s}.${s}` }),
  },
  {
    name: 'a private JWK as text',
    fields: (s) => ({ inline_string: `{"keys":[{"kty":"RSA","n":"pub","d":"${s}"}]}` }),
  },
  { name: 'a private JWK as an object', fields: (s) => ({ jwk: { kty: 'oct', k: s } }) },
  {
    name: 'a private JWK in base64',
    fields: (s) => ({ inline_bytes: base64(`{"keys":[{"kty":"EC","x":"pub","d":"${s}"}]}`) }),
  },
  { name: 'environment of Wasm', fields: (s) => ({ environment_variables: { key_values: { ANY: s } } }) },
  {
    name: 'environment as a map',
    fields: (s) => ({ DB_PASSWORD: s, GITHUB_TOKEN: s, AWS_SECRET_ACCESS_KEY: s }),
  },
  { name: 'environment as a list', fields: (s) => ({ env: [{ name: 'REDIS_PASSWORD', value: s }] }) },
  { name: 'a client secret', fields: (s) => ({ client_secret: s, hmac_secret: { inline_string: s } }) },
  { name: 'users of basic authentication', fields: (s) => ({ users: { inline_string: `joe:{SHA}${s}` } }) },
  { name: 'a password in an address', fields: (s) => ({ uri: `https://joe:${s}@example.net/jwks` }) },
  { name: 'JSON in a text', fields: (s) => ({ value: JSON.stringify({ config: { api_key: s } }) }) },
];

/** No part of it stands in a dump by chance. */
export const secretText = fc.stringMatching(/^[a-zA-Z0-9]{20}$/).map((text) => `Secret${text}`);

/** The secret as itself and as base64 writes it, wherever it starts. */
export function tracesOf(secret: string): string[] {
  return [secret, ...['', 'x', 'xx'].map((before) => base64(before + secret).slice(4, -4))];
}

/** Puts fields beside those of one of a document's objects, the `at`th from the start. */
export function plantInto(document: unknown, at: number, fields: Record<string, unknown>): void {
  const objects: Record<string, unknown>[] = [];
  collect(document, objects);
  const object = objects[at % objects.length];
  if (object === undefined) throw new Error('the document has no objects');
  Object.assign(object, fields);
}

function collect(value: unknown, objects: Record<string, unknown>[]): void {
  if (Array.isArray(value)) for (const entry of value) collect(entry, objects);
  else if (isObject(value)) {
    objects.push(value as Record<string, unknown>);
    for (const entry of Object.values(value)) collect(entry, objects);
  }
}
