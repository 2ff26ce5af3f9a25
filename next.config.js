/** @type {import('next').NextConfig} */
const nextConfig = {
  output: 'standalone',
  distDir: process.env.VIGLA_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // The recorded mesh is read from disk at run time, so the tracer cannot see it.
  outputFileTracingIncludes: { '/*': ['./server/sources/recording/data/**/*'] },
  serverExternalPackages: ['@kubernetes/client-node', 'pino', 'prom-client', 'undici'],
};

export default nextConfig;
