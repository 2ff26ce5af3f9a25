/** Fields of Envoy, Istio and of environments that hold a secret, whatever their letters' case. */
const secretField =
  /^(pkcs12|session_?ticket_?keys|private_?key_?provider|generic_?secret|users|(?=.*access_?key).*|.*[_.-]?(password|passwd|passphrase|secret|token|api_?key|private_?key|hmac_?key|credentials?))$/i;
/** Of these names, what only says where one is. */
const harmlessField = /(path|file|name|type|endpoint|uri|url)$/i;
const secretHeader =
  /^(authorization|proxy-authorization|cookie|set-cookie|(.*[-_])?api-?key|.*[-_]token|token|.*secret.*|.*password.*|x-amz-security.*)$/i;
/** Environment of Wasm extensions: often the only way to hand them a secret. */
const environmentField = /^(key_?values)$/i;

export type SecretKind = 'secret' | 'environment' | 'plain';

const known = new Map<string, SecretKind>();

/** What a field's value is by the field's name. Dumps have few names and many fields, so each is looked at once. */
export function secretKindOf(name: string): SecretKind {
  const before = known.get(name);
  if (before !== undefined) return before;
  const kind = kindOf(name);
  if (known.size < 5000) known.set(name, kind);
  return kind;
}

function kindOf(name: string): SecretKind {
  if (environmentField.test(name)) return 'environment';
  return secretField.test(name) && !harmlessField.test(name) ? 'secret' : 'plain';
}

/** Whether the value beside this name is one, in lists of `{ name, value }` or `{ key, value }`. */
export function isSecretEntry(name: string): boolean {
  return secretHeader.test(name) || secretKindOf(name) === 'secret';
}
