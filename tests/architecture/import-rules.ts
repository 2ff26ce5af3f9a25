import { posix } from 'node:path';

type ImportRule = {
  /** Files the rule is about; the first rule that fits a file is its rule. */
  files: RegExp;
  /** What they may import from the project. */
  mayImport: readonly RegExp[];
  /** Packages they may import; any when absent. */
  packages?: readonly RegExp[];
  /** Import of the file's own folder is allowed. */
  ownFolder?: boolean;
};

const lib = /^lib\//;
const errors = /^server\/errors\.ts$/;
const metrics = /^server\/metrics\//;
const coalesce = /^server\/coalesce\.ts$/;
const slots = /^server\/slots\.ts$/;
const limits = /^server\/limits\//;
const config = /^server\/config\.ts$/;
const telemetry = /^server\/telemetry(\.ts|\/)/;
const http = /^server\/http\//;
const workers = /^server\/workers\/run-job\.ts$/;
const sourceInterface = /^server\/sources\/(interface|trace-source|sources)\.ts$/;
const access = /^server\/access\//;
const user = /^server\/access\/user\.ts$/;
const observed = /^server\/sources\/observed(\.ts|\/)/;
const packageJson = /^package\.json$/;
const pureServerPackages = [/^package:(zod|yaml)$/];

/** Which folder may import what, most special first. */
export const importRules: readonly ImportRule[] = [
  { files: /^lib\/api-client\.ts$/, mayImport: [lib] },
  {
    files: /^lib\//,
    mayImport: [lib],
    packages: [/^package:(zod|react|next\/navigation|@tanstack\/react-query)$/],
  },
  { files: /^server\/errors\.ts$/, mayImport: [lib], packages: [] },
  { files: /^server\/coalesce\.ts$/, mayImport: [errors], packages: [] },
  { files: slots, mayImport: [], packages: [] },
  { files: limits, mayImport: [], packages: [] },
  { files: /^server\/metrics\//, mayImport: [lib, errors, metrics], packages: pureServerPackages },
  { files: /^server\/config(\.ts$|\/)/, mayImport: [lib, errors, metrics, /^server\/config\//] },
  { files: /^server\/telemetry\.ts$/, mayImport: [lib, errors, metrics, packageJson] },
  { files: /^server\/telemetry\//, mayImport: [lib, errors, telemetry, packageJson] },
  {
    files: /^server\/sources\/(interface|trace-source)\.ts$/,
    mayImport: [lib, metrics, user, /trace-source/],
    packages: [],
  },
  {
    // These put the sources together.
    files: /^server\/sources\/(sources\.ts$|cluster\/)/,
    mayImport: [/^server\/(sources|config|errors|coalesce|metrics|telemetry)/, user, lib],
  },
  {
    files: /^server\/sources\/observed\.ts$/,
    mayImport: [lib, errors, config, telemetry, sourceInterface, observed],
  },
  {
    files: /^server\/sources\//,
    mayImport: [
      lib,
      errors,
      metrics,
      config,
      telemetry,
      observed,
      coalesce,
      slots,
      user,
      /^server\/sources\/(interface|trace-source)\.ts$/,
    ],
    ownFolder: true,
  },
  { files: user, mayImport: [], packages: [] },
  {
    files: access,
    mayImport: [lib, errors, metrics, config, telemetry, coalesce, slots, limits, sourceInterface, access],
  },
  {
    files: /^server\/mesh\/(.*\/)?load-[^/]*\.ts$/,
    mayImport: [lib, errors, metrics, sourceInterface, coalesce, workers, /^server\/mesh\//],
    packages: pureServerPackages,
  },
  {
    // Certificates are read with Node's own X.509 parser: a computation, no way to the outside.
    files: /^server\/mesh\/proxy\/sections\/secrets\//,
    mayImport: [lib, errors, /^server\/mesh\/(?!(.*\/)?load-)/],
    packages: [...pureServerPackages, /^package:node:crypto$/],
  },
  {
    // Special functions are a library's: log-gamma and the quantiles of distributions.
    files: /^server\/mesh\/canary\/statistics\//,
    mayImport: [lib, /^server\/mesh\/canary\/(statistics\/|observed\.ts$)/],
    packages: [/^package:@stdlib\/(math|stats)-base-/],
  },
  {
    files: /^server\/mesh\//,
    mayImport: [lib, errors, metrics, /^server\/mesh\/(?!(.*\/)?load-)/],
    packages: pureServerPackages,
  },
  {
    files: /^server\/workers\//,
    mayImport: [lib, errors, telemetry, /^server\/workers\//, /^server\/mesh\/(?!(.*\/)?load-)/],
    packages: [/^package:node:/],
  },
  {
    files: /^server\/http\//,
    mayImport: [
      lib,
      errors,
      config,
      telemetry,
      coalesce,
      slots,
      limits,
      http,
      access,
      sourceInterface,
      packageJson,
      /^server\/sources\/recording\/exposition\.ts$/,
    ],
  },
  {
    // Starts before the server, whose modules are not there yet.
    files: /^server\/base-path\//,
    mayImport: [/^server\/base-path\//],
    packages: [/^package:(node:|yaml$)/],
  },
  { files: /^server\/cli\//, mayImport: [/^server\/(cli|base-path)\//], packages: [/^package:node:/] },
  { files: /^components\/ui\//, mayImport: [lib, /^components\/ui\//] },
  {
    files: /^components\//,
    mayImport: [lib, /^components\/ui\//, /^components\/[^/]+\/[^/]+-panel\.tsx$/],
    ownFolder: true,
  },
  { files: /^app\/api\//, mayImport: [/^lib\/contract\//, http, /^server\/mesh\/(.*\/)?load-[^/]*\.ts$/] },
  {
    files: /^app\/.*route\.ts$/,
    mayImport: [telemetry, http, /^server\/mesh\/(.*\/)?load-[^/]*\.ts$/],
    packages: [],
  },
  {
    // Before anybody has signed in there is no route that the page could ask.
    files: /^app\/auth\/sign-in\/page\.tsx$/,
    mayImport: [/^components\//, /^server\/http\/sign-in\//],
  },
  { files: /^app\//, mayImport: [/^components\//, lib, /^app\/globals\.css$/] },
  { files: /^proxy\.ts$/, mayImport: [lib, config, /^server\/access\/sign-in\//] },
  { files: /^instrumentation\.ts$/, mayImport: [http] },
  {
    // These run on the Node of the machine, which may know no TypeScript; what they need of it is run by the pinned one.
    files: /^tests\/run\/.*\.js$/,
    mayImport: [/^tests\/run\//, /^server\/cli\//, /\$\{file\}$/],
  },
  {
    files: /^tests\//,
    mayImport: [/^(app|components|server|lib|tests|proxy|instrumentation|package)/, /^next\.config/],
  },
];

/** `components/graph` and `server/sources/kubernetes` are folders of their own; deeper ones belong to them. */
function ownFolderOf(path: string): string {
  const depth = path.startsWith('components/') ? 2 : 3;
  return `${path.split('/').slice(0, depth).join('/')}/`;
}

/** The imports of a file that its rule does not allow; undefined when no rule speaks of the file. */
export function forbiddenImports(path: string, imports: readonly string[]): string[] | undefined {
  const rule = importRules.find((candidate) => candidate.files.test(path));
  if (rule === undefined) return undefined;
  return imports.filter((imported) => {
    if (imported.startsWith('package:')) {
      const isNode = imported.startsWith('package:node:');
      if (rule.packages === undefined) return isNode && /^(components|lib)\//.test(path);
      return !rule.packages.some((allowed) => allowed.test(imported));
    }
    if (rule.ownFolder === true && posix.normalize(imported).startsWith(ownFolderOf(path))) return false;
    return !rule.mayImport.some((allowed) => allowed.test(imported));
  });
}
