import { z } from 'zod';
import { urlText, urlWord } from '#lib/url-parameters.ts';

export const injectionViews = ['pods', 'namespaces', 'webhooks', 'trial'] as const;
export type InjectionView = (typeof injectionViews)[number];

/** What the injection tab keeps in the address: the table shown, and the pod that is open, `<namespace>/<pod>`. */
export const injectionUrl = z.object({ view: urlWord(injectionViews, 'pods'), pod: urlText() });
