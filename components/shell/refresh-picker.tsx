'use client';

import { useIsFetching } from '@tanstack/react-query';
import { ChevronDown, RefreshCw } from 'lucide-react';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { Menu, MenuRadioGroup, MenuRadioItem } from '#components/ui/menu.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { refreshChoices } from '#lib/scope-url.ts';
import { refreshWords } from './words.ts';

export function RefreshPicker() {
  const scope = useScope();
  const isFetching = useIsFetching() > 0;
  const handleChange = (value: string) => {
    const choice = refreshChoices.find((candidate) => candidate === value);
    if (choice !== undefined) scope.changeRefresh(choice);
  };
  return (
    <ButtonGroup aria-label="Refresh" className="max-md:hidden">
      <Button isIcon aria-label="Refresh now" aria-busy={isFetching} onClick={scope.refreshNow}>
        <RefreshCw size={14} aria-hidden />
      </Button>
      <Menu
        trigger={
          <Button aria-label={`Refresh: ${refreshWords[scope.refresh]}`}>
            {refreshWords[scope.refresh]}
            <ChevronDown size={12} aria-hidden />
          </Button>
        }
      >
        <MenuRadioGroup value={scope.refresh} onValueChange={handleChange}>
          {refreshChoices.map((choice) => (
            <MenuRadioItem key={choice} value={choice}>
              {refreshWords[choice]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </Menu>
    </ButtonGroup>
  );
}
