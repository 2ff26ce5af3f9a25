import { startDemoServer } from './demo-server.js';
import { runSuite } from './suite.js';
import { findTool } from './tools.js';

/** Runs browser tests against the built server, or against one that runs already at VIGLA_E2E_URL. */
export async function runInBrowser(suite) {
  const given = process.env.VIGLA_E2E_URL;
  const server = given === undefined ? await startDemoServer() : { url: given, stop: async () => {} };
  try {
    const env = { ...suite.env, VIGLA_E2E_URL: server.url, VIGLA_CHROMIUM: findTool('chromium') ?? '' };
    return await runSuite({ ...suite, env });
  } finally {
    await server.stop();
  }
}
