'use client';

import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '#components/ui/menu.tsx';
import { ChoiceText, ToolbarMenu } from '#components/ui/toolbar-menu.tsx';
import type { ChangeGraphState, GraphState } from '../graph-state.ts';
import { layoutIds, layouts } from '../layouts.ts';
import { toolbarWords } from '../words.ts';
import { pick } from './display-menus.tsx';

/** How the drawing is arranged; pins of dragged nodes end here too. */
export function LayoutMenu({ state, change }: { state: GraphState; change: ChangeGraphState }) {
  const pinCount = Object.keys(state.pins).length;
  return (
    <ToolbarMenu align="end" ariaLabel={toolbarWords.layout} value={layouts[state.layout].title}>
      <MenuRadioGroup
        value={state.layout}
        onValueChange={(value) => pick(layoutIds, value, (layout) => change({ layout, pins: {} }))}
      >
        {layoutIds.map((id) => (
          <MenuRadioItem key={id} value={id} className="h-auto! py-1">
            <ChoiceText {...layouts[id]} />
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuItem disabled={pinCount === 0} onSelect={() => change({ pins: {} })}>
        {toolbarWords.unpin}
      </MenuItem>
    </ToolbarMenu>
  );
}
