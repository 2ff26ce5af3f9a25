import { words } from './words.ts';

/** How both forms are called wherever they stand beside each other. */
export const comparedSides = {
  own: { name: words.earlier, title: words.before },
  other: { name: words.later, title: words.after },
} as const;
