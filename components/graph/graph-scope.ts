import type { TimeZoneChoice } from '#lib/format-time.ts';

/** What a question about the graph needs of the page's scope. */
export type GraphScope = {
  isReady: boolean;
  apiParameters: { namespaces: string; range: string; at: string };
  zone: TimeZoneChoice;
};
