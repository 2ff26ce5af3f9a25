import { type ProxyTarget, proxyPath } from './proxy-target.ts';
import { queryText } from './url-state.ts';

/** The address of a row of a proxy's page, open; of its section where no row is known. */
export function proxyRowLink(
  target: ProxyTarget,
  { section, row }: { section: string; row?: string },
): string {
  const parameters = new URLSearchParams({ tab: section, ...(row === undefined ? {} : { row }) });
  return `${proxyPath(target)}${queryText(parameters)}`;
}
