import { bootstrapJob } from '#server/mesh/proxy/sections/bootstrap/bootstrap-job.ts';

/** The lines of `istioctl proxy-config bootstrap`, one space between title and text; what is not known has none. */
export function versionLines(dump: Uint8Array): string[] {
  const { bootstrap } = bootstrapJob.run([dump], null);
  const lines = [
    ['Istio Version:', bootstrap?.istioVersion],
    ['Istio Proxy Version:', bootstrap?.istioProxyVersion],
    ['Envoy Version:', bootstrap?.envoyVersion],
  ];
  return lines.flatMap(([title, text]) => (text === undefined ? [] : [`${title} ${text}`]));
}
