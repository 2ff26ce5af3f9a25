import { z } from 'zod';
import { urlText, urlWord } from '#lib/url-parameters.ts';

export const ambientViews = ['pods', 'waypoints', 'gaps', 'ztunnels'] as const;
export type AmbientView = (typeof ambientViews)[number];

/** What the ambient tab keeps in the address: the table shown, and the row that is open. */
export const ambientUrl = z.object({ view: urlWord(ambientViews, 'pods'), open: urlText() });
