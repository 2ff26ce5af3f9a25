import type { Decorator } from './decorator.ts';

/** Every decorator, in the order in which they run. */
export const decorators: readonly Decorator[] = [];
