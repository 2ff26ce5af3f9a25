import { words } from './words.ts';

/** How a form is called, in a sentence and as the title of a column. */
type Side = { name: string; title: string };

/** The form that is looked at, and what it is compared with. */
export type ComparedSides = { own: Side; other: Side };

export function besideThisProxy(left: string): ComparedSides {
  return { own: { name: words.thisProxy, title: words.thisProxyTitle }, other: { name: left, title: left } };
}
