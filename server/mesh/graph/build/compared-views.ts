import type { EdgeTally } from './edge-tally.ts';
import { addAnswers, emptyView, type ViewTally } from './view-tally.ts';

export type ComparedViews = { source: ViewTally; receiver: ViewTally };

/**
 * The two views of an edge that may be held against each other: of those requests only that the proxies of both ends
 * could have counted. Undefined where one side counted nothing.
 */
export function comparedViews({ parts, views }: EdgeTally): ComparedViews | undefined {
  const hasBothReceivers = views.destination !== undefined && views.waypoint !== undefined;
  if (!hasBothReceivers && parts.every(({ part }) => part.couldBothSee))
    return counted(views.source, views.destination ?? views.waypoint);
  const source = emptyView();
  const receiver = emptyView();
  for (const { flow, part } of parts) {
    if (!part.couldBothSee) continue;
    const received = flow.views.destination ?? flow.views.waypoint;
    if (flow.views.source !== undefined) addAnswers(source, flow.views.source, part);
    if (received !== undefined) addAnswers(receiver, received, part);
  }
  return counted(source, receiver);
}

function counted(source: ViewTally | undefined, receiver: ViewTally | undefined): ComparedViews | undefined {
  if (source === undefined || receiver === undefined) return undefined;
  return source.requestCount > 0 && receiver.requestCount > 0 ? { source, receiver } : undefined;
}
