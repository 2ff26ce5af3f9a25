import type { TimeZoneChoice } from '#lib/format-time.ts';

/** What a question about the graph needs of the page's scope. */
export type GraphScope = {
  isReady: boolean;
  apiParameters: { namespaces: string; range: string; at: string };
  /** How the graph is drawn, for questions about a part of it. */
  picture: Record<string, string | undefined>;
  zone: TimeZoneChoice;
};
