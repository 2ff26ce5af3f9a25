import { join } from 'node:path';
import { projectRoot } from '../../server/cli/project.js';
import { startCompareServer } from './compare-server.js';
import { startDemoServer } from './demo-server.js';
import { startSignInServer } from './sign-in-server.js';
import { startSubPathServer } from './sub-path-server.js';
import { runSuite } from './suite.js';
import { findTool } from './tools.js';

const ambientRecording = join(projectRoot, 'server', 'sources', 'recording', 'data-ambient');

/**
 * Runs browser tests against the built server, or against one that runs already at VIGLA_E2E_URL; beside it one on the
 * recording of an ambient mesh, one on two snapshots, one where people have to sign in, and one below a path.
 */
export async function runInBrowser(suite) {
  const given = process.env.VIGLA_E2E_URL;
  const server = await serverAt(given, {});
  const ambient = await serverAt(process.env.VIGLA_E2E_AMBIENT_URL, {
    name: 'e2e-ambient-server',
    environment: { VIGLA_RECORDING: ambientRecording },
  });
  const compareUrl = process.env.VIGLA_E2E_COMPARE_URL;
  const compare =
    compareUrl === undefined ? await startCompareServer(server.url) : await serverAt(compareUrl, {});
  const signIn = await startSignInServer();
  const subPath = await startSubPathServer();
  try {
    const env = {
      ...suite.env,
      VIGLA_E2E_URL: server.url,
      VIGLA_E2E_AMBIENT_URL: ambient.url,
      VIGLA_E2E_COMPARE_URL: compare.url,
      ...signIn.env,
      ...subPath.env,
      VIGLA_CHROMIUM: findTool('chromium') ?? '',
    };
    return await runSuite({ ...suite, env });
  } finally {
    await Promise.all([server.stop(), ambient.stop(), compare.stop(), signIn.stop(), subPath.stop()]);
  }
}

/** The server that runs already, or one of its own. */
async function serverAt(given, options) {
  return given === undefined ? startDemoServer(options) : { url: given, stop: async () => {} };
}
