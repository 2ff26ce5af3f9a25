import { z } from 'zod';
import { graphTypes, serviceNodeModes } from '#lib/contract/graph-query.ts';
import { focusDirections } from '#lib/graph/neighbours.ts';
import { urlFlag, urlInteger, urlText, urlWord, urlWords } from '#lib/url-parameters.ts';
import { defaultEdgeLabels, edgeLabelIds } from './edge-labels.ts';
import { layoutIds } from './layouts.ts';
import { urlPins } from './url-pins.ts';

export const boxKinds = ['cluster', 'namespace', 'app'] as const;
export const graphViews = ['graph', 'table', 'matrix'] as const;
export type GraphView = (typeof graphViews)[number];

/** What can be shown or left out, apart from service nodes. */
export const showIds = ['badges', 'outOfMesh', 'idle', 'operations', 'foldRoutes'] as const;
export type ShowId = (typeof showIds)[number];

/** How much earlier the time is that the graph is compared with. */
export const compareOffsets = ['', '10m', '1h', '1d', '7d'] as const;
export type CompareOffset = (typeof compareOffsets)[number];

/** What the graph page keeps in its address, beside the scope that every page has. */
export const graphUrl = z.object({
  view: urlWord(graphViews, 'graph'),
  type: urlWord(graphTypes, 'versionedApp'),
  services: urlWord(serviceNodeModes, 'routed'),
  boxes: urlWords(boxKinds, ['namespace']),
  labels: urlWords(edgeLabelIds, [...defaultEdgeLabels]),
  show: urlWords(showIds, ['badges', 'outOfMesh', 'foldRoutes']),
  find: urlText(),
  hide: urlText(),
  layout: urlWord(layoutIds, 'layered'),
  /** `node:<id>`, `edge:<id>` or `box:<id>`. */
  selected: urlText(),
  focus: urlText(),
  way: urlWord(focusDirections, 'both'),
  depth: urlInteger({ min: 1, max: 10, byDefault: 3 }),
  /** Draws the focused path alone. */
  only: urlFlag(false),
  tab: urlWord(['edges', 'nodes'], 'edges'),
  compare: urlWord(compareOffsets, ''),
  /** The end of the replayed window, RFC 3339; empty while nothing is replayed. */
  replay: urlText(),
  frame: urlInteger({ min: 1, max: 10, byDefault: 1 }),
  panel: urlFlag(true),
  pins: urlPins(),
});

export type GraphState = z.output<typeof graphUrl>;
export type ChangeGraphState = (
  patch: Partial<GraphState>,
  options?: { history?: 'push' | 'replace' },
) => void;
