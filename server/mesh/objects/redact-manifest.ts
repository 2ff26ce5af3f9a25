import { redact } from '#lib/redact/redact.ts';
import { isObject, type Json } from '#server/mesh/proxy/json/json.ts';

const redacted = '[redacted]';

/** Names of environment variables and headers whose values are nobody's to see. */
const secretName =
  /(^|[-_.])(token|secret|password|passwd|credentials?|api[-_]?key|private[-_]?key|access[-_]?key)$|^(proxy-)?authorization$|^(set-)?cookie$/i;

/**
 * A manifest without secrets: what an Envoy dump hides (keys, passwords, headers in EnvoyFilters), and the values of
 * variables (`name`, `value`) and of header maps (`set`, `add`) whose names say that they are secret.
 */
export function redactManifest(manifest: Json): Json {
  return withoutNamedSecrets(redact(manifest));
}

function withoutNamedSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNamedSecrets);
  if (!isObject(value)) return value;
  const isSecretPair =
    typeof value.name === 'string' && typeof value.value === 'string' && secretName.test(value.name);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]): [string, Json] => {
      if (isSecretPair && key === 'value') return [key, redacted];
      const isHeaders = (key === 'set' || key === 'add') && isObject(inner);
      return [key, isHeaders ? withoutSecretHeaders(inner) : withoutNamedSecrets(inner)];
    }),
  );
}

function withoutSecretHeaders(headers: { readonly [name: string]: Json }): Json {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]): [string, Json] =>
      typeof value === 'string' && secretName.test(name)
        ? [name, redacted]
        : [name, withoutNamedSecrets(value)],
    ),
  );
}
