import { objectLink } from '#lib/object-place.ts';
import { calledHost, type StoryEntry, spaced } from './story.ts';

/** Refusals by policy. Source: Envoy's response code details of the RBAC, JWT, ext_authz and rate limit filters. */
export const refusedStories: readonly StoryEntry[] = [
  {
    says: /^rbac_access_denied_matched_policy\[none\]/,
    tell: (_, __, { namespace, pod }) => ({
      text: 'No rule of an ALLOW AuthorizationPolicy at this workload matches the request, so it was refused.',
      next: "Compare the caller's identity, the method and the path with the rules of the ALLOW policies that select this workload. Over plain text a caller has no identity.",
      command: `istioctl x authz check ${pod} -n ${namespace}`,
    }),
  },
  {
    says: /^rbac_access_denied_matched_policy\[ns\[([^\]]+)\]-policy\[([^\]]+)\]-rule\[(\d+)\]\]/,
    tell: ([, namespace = '', name = '', rule = '']) => ({
      text: `The DENY AuthorizationPolicy ${namespace}/${name} refused the request: its rule ${rule} matches.`,
      next: `Look at rule ${rule} (counted from 0) of the policy, and at what the caller sent.`,
      evidence: [
        {
          kind: 'object',
          text: `AuthorizationPolicy ${namespace}/${name}: spec.rules[${rule}] matches`,
          link: objectLink({ kind: 'AuthorizationPolicy', namespace, name }, `spec.rules[${rule}]`),
        },
      ],
      command: `kubectl get authorizationpolicy ${name} -n ${namespace} -o yaml`,
    }),
  },
  {
    says: /^rbac_access_denied/,
    tell: () => ({
      text: 'An AuthorizationPolicy at this workload refused the request.',
      next: 'Look at the policies that select this workload.',
    }),
  },
  {
    says: /^jwt_authn_access_denied\{(.*)\}/,
    tell: ([, reason = ''], __, { namespace }) => ({
      text: `The token was refused: ${spaced(reason)}.`,
      next: 'Check issuer, audiences and expiry of the token against the RequestAuthentication of this workload, and whether its keys can be fetched.',
      command: `kubectl get requestauthentication -n ${namespace} -o yaml`,
    }),
  },
  {
    says: /^(ext_authz_denied|ext_authz_error)/,
    tell: ([, what]) => ({
      text:
        what === 'ext_authz_error'
          ? 'The external authorization service failed, so the request was refused.'
          : 'The external authorization service denied the request.',
      next: "Look into that service's log, and at the CUSTOM AuthorizationPolicy that asks it.",
    }),
  },
  {
    says: /^(local_rate_limited|request_rate_limited|rate_limited)/,
    tell: (_, access) => ({
      text: `A rate limit for ${calledHost(access)} was reached, so the request was refused.`,
      next: 'Check the local and global rate limits of this proxy.',
    }),
  },
  {
    says: /^fault_filter_abort/,
    tell: (_, { responseCode, routeName, upstreamCluster }) => ({
      text: `A fault that is configured answered ${responseCode ?? 'with an error'}; the request never left the proxy.`,
      next: `Look for fault.abort in the VirtualService of ${upstreamCluster?.split('|')[3] ?? 'the host'}${routeName === undefined ? '' : `, route ${routeName}`}.`,
    }),
  },
];
