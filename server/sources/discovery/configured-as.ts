import type { SourceStatus } from '#lib/contract/status.ts';

/** A source whose status says which setting names its place. */
export function configuredAs<Source extends { status(): Promise<SourceStatus> }>(
  variable: string,
  source: Source,
): Source {
  return { ...source, status: async () => ({ ...(await source.status()), found: `set by ${variable}` }) };
}
