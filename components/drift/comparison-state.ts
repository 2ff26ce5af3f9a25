import { z } from 'zod';
import { urlText, urlWord } from '#lib/url-parameters.ts';

export const lineLayouts = ['split', 'unified'] as const;
export type LineLayout = (typeof lineLayouts)[number];

/** What a comparison keeps in the address. `with` is `<namespace>/<pod>` of another pod. */
export const comparisonUrl = z.object({ lines: urlWord(lineLayouts, 'split'), with: urlText() });
