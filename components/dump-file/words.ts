/** Sentences and heads of the page for dumps from files. */
export const words = {
  proxies: 'Proxies',
  title: 'Dump from a file',
  drop: 'Drop a configuration dump here',
  dropText:
    'The JSON of an Envoy’s /config_dump?include_eds or of istiod’s /debug/config_dump, packed with gzip or not. The tables are made by the server, linked to the mesh as it is now; nothing is kept.',
  choose: 'Choose a file',
  other: 'Another file',
  opening: (name: string) => `Opening ${name} …`,
  notOpened: (name: string) => `${name} could not be opened`,
  noDump: 'The file is JSON, but no configuration dump: it has no list "configs".',
  missingPlace: (path: string) => `The file has nothing at ${path}.`,
  howTo: 'How to make one',
  command: (pod: string) => `istioctl proxy-config all ${pod} -o json > dump.json`,
  tabs: 'Parts of the dump',
  raw: 'Raw',
  objects: 'Objects',
  state: 'State',
  nothing: (what: string) => `The dump has no ${what}`,
  json: 'In the dump',
  tooLarge: (size: string) => `${size} are too much to be shown here; the raw view opens them bit by bit.`,
} as const;
