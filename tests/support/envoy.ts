import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '#server/mesh/proxy/json/json.ts';
import { envoyBootstrap } from './envoy-bootstrap.ts';
import { installEnvoy } from './envoy-program.ts';
import { findFreePort } from './free-port.ts';
import type { RecordedProxyConfiguration } from './recorded-proxy-configuration.ts';
import { waitUntil } from './wait-until.ts';

export type RunningEnvoy = {
  /** Where requests go in that are to be routed. */
  url: string;
  /** `127.0.0.1:<port>` of its administration. */
  admin: string;
  /** Gives it another route table and waits until it uses it, as after a push of istiod. */
  setRoutes(routes: JsonObject): Promise<void>;
  stop(): Promise<void>;
};

type Options = { recorded: RecordedProxyConfiguration; accessLog: string };

/** Starts a real Envoy on free loopback ports that routes as a recorded one does, and waits until it is ready. */
export async function startEnvoy({ recorded, accessLog }: Options): Promise<RunningEnvoy> {
  const program = await installEnvoy();
  const folder = await mkdtemp(join(tmpdir(), 'vigla-envoy-'));
  const files = { routes: join(folder, 'routes.json'), accessLog };
  const [admin = 0, outbound = 0, ...hosts] = await freePorts(recorded.clusters.length + 2);
  const ports = { admin, outbound, hosts };
  const bootstrap = join(folder, 'bootstrap.json');
  await writeFile(bootstrap, JSON.stringify(envoyBootstrap({ recorded, files, ports })));
  let version = 0;
  const writeRoutes = async (table: JsonObject) => {
    version += 1;
    const draft = join(folder, 'routes.draft');
    await writeFile(draft, JSON.stringify({ version_info: `${version}`, resources: [table] }));
    // Envoy looks at the file again when another one is moved to its place.
    await rename(draft, files.routes);
  };
  await writeRoutes(recorded.routes);
  const child = spawn(
    program,
    ['--config-path', bootstrap, '--concurrency', '1', '--disable-hot-restart', '--log-level', 'warn'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let messages = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages += text;
  });
  const exited = once(child, 'exit');
  const ended = exited.then(() => Promise.reject(new Error(`Envoy ended: ${messages}`)));
  ended.catch(() => {});
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  const usesVersion = async () => {
    const answer = await fetch(`http://127.0.0.1:${admin}/config_dump?mask=dynamic_route_configs`);
    return (await answer.text()).includes(`"version_info": "${version}"`);
  };
  const whenUsed = () =>
    Promise.race([ended, waitUntil(usesVersion, { what: `Envoy uses routes ${version}`, withinMs: 20_000 })]);
  try {
    await whenUsed();
    const isReady = async () => (await fetch(`http://127.0.0.1:${admin}/ready`)).ok;
    await waitUntil(isReady, { what: 'Envoy is ready', withinMs: 20_000 });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${outbound}`,
    admin: `127.0.0.1:${admin}`,
    setRoutes: async (table) => {
      await writeRoutes(table);
      await whenUsed();
    },
    stop,
  };
}

function freePorts(count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, findFreePort));
}
