import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { z } from 'zod';
import { messageOf, ViglaError } from '#server/errors.ts';

export type KubeconfigOptions = {
  /** One file, or several separated as in `KUBECONFIG`. Without it: the pod's own account, else `~/.kube/config`. */
  kubeconfigPath?: string | undefined;
  context?: string | undefined;
  /** Contexts that are opened beside this one. */
  openedBeside?: readonly string[];
  /** A kubeconfig itself instead of files, and where it stands, for people. It may name no programs and no files. */
  given?: { text: string; origin: string } | undefined;
};

/**
 * The connection that a kubeconfig or the pod's service account describes, checked as far as that goes without network.
 * @throws ViglaError `bad_configuration` with the file's name and the reason
 */
export function loadKubeconfig(options: KubeconfigOptions): KubeConfig {
  const { config, origin } = findConfig(options);
  if (options.context !== undefined) config.setCurrentContext(options.context);
  const problem = findProblem(config);
  if (problem !== undefined) throw wrong(origin, problem);
  return config;
}

/** How the cluster came to be chosen, for people; contexts that are not opened are names alone, and nothing contacts them. */
export function describeChoice(
  options: KubeconfigOptions,
  config: KubeConfig,
): { found: string; otherContexts: string[] } {
  if (options.given !== undefined) return { found: options.given.origin, otherContexts: [] };
  if (isInPod(options)) return { found: "the pod's service account", otherContexts: [] };
  const current = config.getCurrentContext();
  const opened = new Set([current, ...(options.openedBeside ?? [])]);
  return {
    found: `context "${current}" of the kubeconfig`,
    otherContexts: config.getContexts().flatMap(({ name }) => (opened.has(name) ? [] : [name])),
  };
}

function isInPod({ kubeconfigPath }: KubeconfigOptions): boolean {
  return kubeconfigPath === undefined && process.env.KUBERNETES_SERVICE_HOST !== undefined;
}

function findConfig(options: KubeconfigOptions): { config: KubeConfig; origin: string } {
  if (options.given !== undefined) return { config: readGiven(options.given), origin: options.given.origin };
  if (options.kubeconfigPath !== undefined) {
    return { config: readFiles(options.kubeconfigPath.split(delimiter)), origin: options.kubeconfigPath };
  }
  if (isInPod(options)) {
    const config = new KubeConfig();
    config.loadFromCluster();
    return { config, origin: "the pod's service account" };
  }
  const file = join(homedir(), '.kube', 'config');
  if (!existsSync(file)) {
    throw new ViglaError(
      'bad_configuration',
      `KUBECONFIG: is not set, ${file} does not exist and this is not a pod; set KUBECONFIG to a kubeconfig file`,
    );
  }
  return { config: readFiles([file]), origin: file };
}

function readFiles(files: readonly string[]): KubeConfig {
  // Of several files those that do not exist are passed over, as kubectl does.
  const present = files.length > 1 ? files.filter((file) => file !== '' && existsSync(file)) : files;
  if (present.length === 0) throw wrong(files.join(delimiter), 'none of these files exists');
  const merged = new KubeConfig();
  for (const file of present) {
    try {
      const one = new KubeConfig();
      one.loadFromFile(file);
      merged.mergeConfig(one, merged.getCurrentContext() !== undefined);
    } catch (error) {
      // A YAML error goes on with an excerpt of the file, and that may hold a token.
      throw wrong(file, messageOf(error).split('\n')[0] ?? '', error);
    }
  }
  return merged;
}

/** Who may write it need not be who runs Vigla, so that it must not make Vigla run or read anything. */
function readGiven({ text, origin }: { text: string; origin: string }): KubeConfig {
  const config = new KubeConfig();
  try {
    config.loadFromString(text);
  } catch (error) {
    throw wrong(origin, messageOf(error).split('\n')[0] ?? '', error);
  }
  const named = namesOf(parse(text)).find((field) => fieldsThatReach.has(field));
  if (named !== undefined)
    throw wrong(origin, `it names a program or a file by "${named}", which is not taken from there`);
  return config;
}

const fieldsThatReach: ReadonlySet<string> = new Set([
  'exec',
  'auth-provider',
  'client-certificate',
  'client-key',
  'tokenFile',
  'certificate-authority',
]);

/** The fields of every user and cluster. */
function namesOf(kubeconfig: unknown): string[] {
  const { users, clusters } = givenSchema.parse(kubeconfig);
  return [
    ...users.flatMap(({ user }) => Object.keys(user)),
    ...clusters.flatMap(({ cluster }) => Object.keys(cluster)),
  ];
}

const fields = z.record(z.string(), z.unknown()).catch({});
const givenSchema = z
  .looseObject({
    users: z.array(z.looseObject({ user: fields })).catch([]),
    clusters: z.array(z.looseObject({ cluster: fields })).catch([]),
  })
  .catch({ users: [], clusters: [] });

function findProblem(config: KubeConfig): string | undefined {
  const name = config.getCurrentContext();
  const known = config.getContexts().map((context) => context.name);
  if (known.length === 0) return 'it has no contexts; is this a kubeconfig?';
  const choices = `it has ${known.join(', ')}`;
  if (!name) return `no current context is set; name one with KUBE_CONTEXT (${choices})`;
  const context = config.getContextObject(name);
  if (context === null) return `there is no context "${name}" (${choices})`;
  const cluster = config.getCluster(context.cluster);
  if (cluster === null)
    return `context "${name}" names the cluster "${context.cluster}", which is not defined`;
  if (!URL.canParse(cluster.server))
    return `the server of cluster "${cluster.name}" is not an address: ${cluster.server}`;
  if (cluster.server.startsWith('http:') && cluster.skipTLSVerify !== true) {
    return `the server of cluster "${cluster.name}" is plain http, which needs insecure-skip-tls-verify: true`;
  }
  const user = config.getUser(context.user);
  if (user === null) return `context "${name}" names the user "${context.user}", which is not defined`;
  const missing = [cluster.caFile, user.certFile, user.keyFile].find((file) => file && !isReadable(file));
  return missing === undefined ? undefined : `the file ${missing}, which it names, cannot be read`;
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function wrong(origin: string, problem: string, cause?: unknown): ViglaError {
  return new ViglaError('bad_configuration', `Kubeconfig ${origin}: ${problem}`, { cause });
}
