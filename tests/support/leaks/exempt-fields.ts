type Exemption = { routes: RegExp; fields: RegExp; because: string };

const proxyRoute = /^\/api\/(proxies\/\{namespace\}\/\{pod\}|dumps)\//;

/**
 * Fields that may hold names of other namespaces: what a visible pod, log or span itself holds, as istioctl and kubectl
 * show it too. What Vigla adds (links, warnings, findings) is not among them.
 */
export const exemptions: readonly Exemption[] = [
  {
    routes: proxyRoute,
    fields: /^data\.rows\[\]\.(?!links)/,
    because: "columns of a visible pod's own dump",
  },
  {
    routes: proxyRoute,
    fields: /^data\.rows\[\]\.links\[\]\.because$/,
    because: 'quotes the item of the dump from which a link to something visible was read',
  },
  {
    routes: /\/bootstrap$/,
    fields: /^data\.metadata\[\]\.value$/,
    because: 'with what the pod itself was started',
  },
  {
    routes: /\/compare$/,
    fields: /^data\.differences\[\]/,
    because: 'items of the dumps of visible pods, side by side',
  },
  {
    routes: /^\/api\/compare\/proxies\/\{namespace\}/,
    fields: /^data\.differences\[\]/,
    because: 'items of both dumps of a visible pod, side by side',
  },
  { routes: /\/raw$/, fields: /^data\.value/, because: "a visible pod's own dump" },
  { routes: /\/raw\/(tree|search)$/, fields: /^data\./, because: "a visible pod's own dump" },
  { routes: /\/raw\/download$/, fields: /^/, because: "a visible pod's own dump" },
  {
    routes: /\/stats$/,
    fields: /^data\.(stats|families|histograms)/,
    because: "a visible pod's own statistics",
  },
  {
    routes: /\/envoy$/,
    fields: /^data\.proxies\[\]\.items\[\]/,
    because: "items of a visible pod's own dump",
  },
  {
    routes: /\/logs(\/follow)?$/,
    fields: /^(data\.)?(lines\[\]|line)\.(?!warnings)/,
    because: "lines of a visible pod's own log",
  },
  {
    routes: /\/traces(\/|$)/,
    fields:
      /^data\.(traces\[\]\.rootOperation|summary\.rootOperation|spans\[\]\.(operation|attributes|resource))/,
    because: "what a visible pod's own proxy wrote into its span",
  },
  {
    routes: /^\/api\/snapshot$/,
    fields:
      /^(items\[\]\.read|spans\[\]\.(operation|attributes|resource)|lines\[\]\.text|text$|answers\[\]\.text)/,
    because: 'objects, spans, lines and dumps of what is visible, as they are',
  },
  {
    routes: /\/traces\/\{id\}$/,
    fields: /^data\.spans\[\]\.story\.(text|upstreamCluster)$/,
    because: 'the tags of the span, told in a sentence',
  },
];

export function exemptionFor(route: string): (field: string) => boolean {
  const own = exemptions.filter(({ routes }) => routes.test(route));
  return (field) => own.some(({ fields }) => fields.test(field));
}
