'use client';

import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from 'react';

export type PaletteItem = {
  id: string;
  title: string;
  /** Said behind the title in muted ink. */
  hint?: string;
  /** Further words that find it. */
  keywords?: string[];
  icon?: LucideIcon;
  onSelect: () => void;
};

export type PaletteGroup = { title: string; items: readonly PaletteItem[] };

type Register = (owner: string, group: PaletteGroup | undefined) => void;

const RegisterContext = createContext<Register>(() => undefined);
const GroupsContext = createContext<readonly PaletteGroup[]>([]);

export function PaletteItemsProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<ReadonlyMap<string, PaletteGroup>>(new Map());
  const register = useMemo<Register>(
    () => (owner, group) =>
      setGroups((before) => {
        const next = new Map(before);
        if (group === undefined) next.delete(owner);
        else next.set(owner, group);
        return next;
      }),
    [],
  );
  const list = useMemo(() => [...groups.values()], [groups]);
  return (
    <RegisterContext value={register}>
      <GroupsContext value={list}>{children}</GroupsContext>
    </RegisterContext>
  );
}

/** Offers things of the page in the palette while the page is shown. `items` must be stable between renders. */
export function usePaletteItems(title: string, items: readonly PaletteItem[]): void {
  const owner = useId();
  const register = useContext(RegisterContext);
  useEffect(() => {
    register(owner, { title, items });
    return () => register(owner, undefined);
  }, [owner, register, title, items]);
}

export function usePaletteGroups(): readonly PaletteGroup[] {
  return useContext(GroupsContext);
}
