import { join } from 'node:path';

/** @type {import('next').NextConfig} */
const nextConfig = {
  output: 'standalone',
  distDir: process.env.VIGLA_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // No picture is resized, so what resizes them need not be there (server/cli/assemble.js).
  images: { unoptimized: true },
  devIndicators: false,
  // `npm run check` has the types; whoever only wants to see the demo need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Without these, a lock file in a folder above would move the root, and with it the place of the standalone server.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: {
    root: import.meta.dirname,
    rules: {
      '**/next/dist/**/{add,has,remove}-base-path.js': {
        loaders: [join(import.meta.dirname, 'server/base-path/keep-base-path-open.js')],
      },
    },
  },
  experimental: {
    // What comes before the routes holds a body as a whole until they have it; uploads do not pass it (proxy.ts).
    proxyClientMaxBodySize: 1_100_000,
  },
  // Also for files, probes and whatever else does not pass proxy.ts.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'same-origin' },
        { key: 'cross-origin-opener-policy', value: 'same-origin' },
        { key: 'cross-origin-resource-policy', value: 'same-origin' },
      ],
    },
  ],
  serverExternalPackages: ['@kubernetes/client-node', 'pino', 'prom-client', 'undici'],
};

export default nextConfig;
