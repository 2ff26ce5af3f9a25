import type { TraceSummary } from '#lib/contract/traces.ts';
import { restrictedName } from '#lib/restricted-name.ts';

/** A trace without what it says of services that the user may not see; undefined where nothing else is in it. */
export function filterSummary(
  summary: TraceSummary,
  isVisible: (service: string) => boolean,
): TraceSummary | undefined {
  const services = summary.services.filter(({ name }) => isVisible(name));
  if (services.length === 0) return undefined;
  const isOwnRoot = isVisible(summary.rootService);
  return {
    ...summary,
    services,
    rootService: isOwnRoot ? summary.rootService : restrictedName,
    rootOperation: isOwnRoot ? summary.rootOperation : restrictedName,
    spanCount: services.reduce((sum, { spanCount }) => sum + spanCount, 0),
    errorSpanCount: services.reduce((sum, { errorSpanCount }) => sum + errorSpanCount, 0),
  };
}
