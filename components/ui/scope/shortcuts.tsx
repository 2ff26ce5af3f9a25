'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { storedEntries } from '#lib/browser-storage.ts';
import { useStored } from '../use-stored.ts';

export type Shortcut = {
  /** `event.key`, for instance `r`, `?`, `Escape`; a single key that can be switched off. */
  key: string;
  title: string;
  onPress: () => void;
};

type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] };

type Register = (owner: string, group: ShortcutGroup | undefined) => void;

const RegisterContext = createContext<Register>(() => undefined);
const GroupsContext = createContext<readonly ShortcutGroup[]>([]);

/** Listens for single keys. They rest while somebody types, and for ever once switched off. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<ReadonlyMap<string, ShortcutGroup>>(new Map());
  const [isAllowed] = useStored(storedEntries.singleKeyShortcuts);
  const latest = useRef(groups);
  latest.current = groups;

  useEffect(() => {
    if (isAllowed === false) return;
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const all = [...latest.current.values()].flatMap((group) => group.shortcuts);
      // The page's own come last and win over the shell's.
      const shortcut = all.findLast((candidate) => candidate.key === event.key);
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.onPress();
    };
    window.addEventListener('keydown', handleKeyDown);
    return () => window.removeEventListener('keydown', handleKeyDown);
  }, [isAllowed]);

  const register = useMemo<Register>(
    () => (owner, group) =>
      setGroups((before) => {
        const next = new Map(before);
        next.delete(owner);
        if (group !== undefined) next.set(owner, group);
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

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null
  );
}

/** Single keys of a page while it is shown; they appear in the sheet behind `?`. `shortcuts` must be stable. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const owner = useId();
  const register = useContext(RegisterContext);
  useEffect(() => {
    register(owner, { title, shortcuts });
    return () => register(owner, undefined);
  }, [owner, register, title, shortcuts]);
}

export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useContext(GroupsContext);
}
