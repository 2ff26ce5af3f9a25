'use client';

import { type RefObject, useMemo } from 'react';
import { type Shortcut, useShortcuts } from '#components/ui/scope/shortcuts.tsx';
import type { GraphCanvasHandle } from './graph-canvas-props.ts';
import type { ChangeGraphState, GraphState } from './graph-state.ts';
import type { FindFieldHandle } from './toolbar/find-field.tsx';
import { shortcutWords } from './words.ts';

type Keys = {
  state: GraphState;
  change: ChangeGraphState;
  canvas: RefObject<GraphCanvasHandle | null>;
  find: RefObject<FindFieldHandle | null>;
  hide: RefObject<FindFieldHandle | null>;
};

/** Single keys of the graph page. */
export function useGraphShortcuts({ state, change, canvas, find, hide }: Keys): void {
  const { panel, selected, focus } = state;
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { key: 'g', title: shortcutWords.graph, onPress: () => change({ view: 'graph' }) },
      { key: 't', title: shortcutWords.table, onPress: () => change({ view: 'table' }) },
      { key: 'm', title: shortcutWords.matrix, onPress: () => change({ view: 'matrix' }) },
      { key: 'f', title: shortcutWords.find, onPress: () => find.current?.focus() },
      { key: 'h', title: shortcutWords.hide, onPress: () => hide.current?.focus() },
      {
        key: 'p',
        title: shortcutWords.panel,
        onPress: () => change({ panel: !panel }, { history: 'replace' }),
      },
      { key: '+', title: shortcutWords.zoomIn, onPress: () => canvas.current?.zoomIn() },
      { key: '-', title: shortcutWords.zoomOut, onPress: () => canvas.current?.zoomOut() },
      { key: '0', title: shortcutWords.fit, onPress: () => canvas.current?.fit() },
      {
        key: 'Escape',
        title: shortcutWords.clear,
        onPress: () =>
          selected === '' && focus !== '' ? change({ focus: '', only: false }) : change({ selected: '' }),
      },
    ],
    [change, canvas, find, hide, panel, selected, focus],
  );
  useShortcuts(shortcutWords.title, shortcuts);
}
