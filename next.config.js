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
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['@kubernetes/client-node', 'pino', 'prom-client', 'undici'],
};

export default nextConfig;
