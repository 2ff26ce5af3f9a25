import type { IstiodSource, LoadContext, MetricSource, ObjectsSnapshot } from '#server/sources/interface.ts';
import { graphContext } from './graph-context.ts';

type Given = {
  objects?: ObjectsSnapshot | Error;
  istiod?: IstiodSource;
  queryRange?: MetricSource['queryRange'];
};

/** What a loader of the mesh page is given: made objects, and a control plane where there is one. */
export function meshContext({ istiod, ...given }: Given): LoadContext {
  const context = graphContext(given);
  return istiod === undefined ? context : { ...context, sources: { ...context.sources, istiod } };
}
