import { itemStates } from '#lib/contract/proxy-sections.ts';
import type { Facet, SectionRow } from '../section/section-definition.ts';
import { words } from '../words.ts';

/** By the state of the item; what was refused is a state beside the others. */
export function stateFacet<Row extends SectionRow>(): Facet<Row> {
  return {
    id: 'state',
    title: words.facets.state,
    read: ({ state, errorState }) =>
      errorState !== undefined && state !== 'rejected' ? [state, 'refused'] : [state],
    wordOf: (value) => {
      const state = itemStates.find((known) => known === value);
      return state === undefined ? words.updateRefused : words.states[state];
    },
  };
}
