'use client';

import { Clock4 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuLabel, MenuRadioGroup, MenuRadioItem } from '#components/ui/menu.tsx';
import { type ChangeGraphState, type CompareOffset, compareOffsets } from '../graph-state.ts';
import { compareWords, toolbarWords } from '../words.ts';
import { pick } from './display-menus.tsx';

/** Chooses the earlier time that the graph is compared with. */
export function CompareMenu({ offset, change }: { offset: CompareOffset; change: ChangeGraphState }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button isOn={offset !== ''} title={toolbarWords.compare}>
          <Clock4 size={14} aria-hidden />
          <span className="md:max-lg:sr-only">{toolbarWords.compare}</span>
        </Button>
      }
    >
      <MenuLabel>{toolbarWords.compareWith}</MenuLabel>
      <MenuRadioGroup
        value={offset}
        onValueChange={(value) => pick(compareOffsets, value, (compare) => change({ compare }))}
      >
        {compareOffsets.map((id) => (
          <MenuRadioItem key={id} value={id}>
            {id === '' ? toolbarWords.noCompare : compareWords[id]}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </Menu>
  );
}
