import { numberAt, objectAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** The three lines of `istioctl proxy-config bootstrap`, out of a bootstrap's node. */
export function versionsOf(bootstrap: unknown): {
  istioVersion: string | undefined;
  istioProxyVersion: string | undefined;
  envoyVersion: string | undefined;
} {
  const metadata = objectAt(bootstrap, 'node', 'metadata');
  return {
    istioVersion: textAt(metadata, 'ISTIO_VERSION'),
    istioProxyVersion: textAt(metadata, 'ISTIO_PROXY_SHA')?.replace(/^istio-proxy:/, ''),
    envoyVersion: envoyVersionOf(objectAt(bootstrap, 'node', 'user_agent_build_version')),
  };
}

/** `1.18.3/Clean/RELEASE/BoringSSL`, as far as the build says. */
function envoyVersionOf(build: unknown): string | undefined {
  const version = objectAt(build, 'version');
  if (version === undefined) return undefined;
  const number = ['major_number', 'minor_number', 'patch'].map((field) => numberAt(version, field) ?? 0);
  const label = textAt(build, 'metadata', 'build.label');
  const rest = ['revision.status', 'build.type', 'ssl.version'].flatMap(
    (field) => textAt(build, 'metadata', field) ?? [],
  );
  return [`${number.join('.')}${label === undefined ? '' : `-${label}`}`, ...rest].join('/');
}
