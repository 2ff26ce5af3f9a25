'use client';

import { createContext, type ReactNode, useCallback, useMemo } from 'react';
import { storedEntries, writeStored } from '#lib/browser-storage.ts';
import type { Namespaces } from '#lib/contract/namespaces.ts';
import { defaultNamespaces } from '#lib/default-namespaces.ts';
import type { TimeZoneChoice } from '#lib/format-time.ts';
import { type RefreshChoice, refreshMs } from '#lib/scope-url.ts';
import {
  apiWindow,
  defaultTimeRange,
  isRelativeTime,
  type ResolvedRange,
  resolveTimeRange,
  type TimeRange,
} from '#lib/time-range.ts';
import type { AnswerQuery } from '../query-boundary.tsx';
import { useStored } from '../use-stored.ts';
import { HomeClusterContext } from './in-cluster.tsx';
import { useNamespaces } from './use-namespaces.ts';
import { useRefresh } from './use-refresh.ts';
import { useRestoredScope } from './use-restored-scope.ts';
import { useStatus } from './use-status.ts';

export type Scope = {
  /** False until the browser knows the time and the namespaces; ask the server for nothing before. */
  isReady: boolean;
  /** True as soon as the time is known, for questions about one thing, whatever the namespaces. */
  hasTime: boolean;
  /** Istio's name of the one cluster that the page is about; undefined for all of them. */
  cluster: string | undefined;
  changeCluster: (cluster: string | undefined) => void;
  namespaces: '*' | string[];
  /** Nobody chose: the namespaces are those with traffic. */
  isDefaultNamespaces: boolean;
  changeNamespaces: (namespaces: '*' | string[] | undefined) => void;
  namespacesQuery: AnswerQuery<Namespaces>;
  /** As typed. */
  range: TimeRange;
  changeRange: (range: TimeRange) => void;
  /** Both ends in epoch milliseconds; undefined before the browser runs and when the range makes no sense. */
  resolved: ResolvedRange | undefined;
  rangeSeconds: number;
  at: string;
  rangeProblem: string | undefined;
  /** For every route that takes a scope. */
  apiParameters: { namespaces: string; range: string; at: string };
  refresh: RefreshChoice;
  changeRefresh: (refresh: RefreshChoice) => void;
  refreshNow: () => void;
  /** When the page last asked; 0 before the browser runs. */
  nowMs: number;
  zone: TimeZoneChoice;
  changeZone: (zone: TimeZoneChoice) => void;
  isKiosk: boolean;
  changeKiosk: (isKiosk: boolean) => void;
  /** Parameters of the address that made no sense. */
  ignored: { parameter: string; message: string }[];
};

export const ScopeContext = createContext<Scope | undefined>(undefined);

const fallbackWindow = { range: '10m', at: 'now' };

export function ScopeProvider({ children }: { children: ReactNode }) {
  const { values, change, ignored, isRestored } = useRestoredScope();
  const { from, to } = values;
  const range = useMemo(() => ({ from, to }), [from, to]);
  const { nowMs: clockMs, refreshNow } = useRefresh({
    everyMs: refreshMs[values.refresh],
    isFixedInThePast: !isRelativeTime(to) && !isRelativeTime(from),
  });
  const status = useStatus().data?.data;
  // A snapshot keeps its own clock.
  const madeAtMs = status?.madeAtMs;
  const nowMs = clockMs > 0 ? (madeAtMs ?? clockMs) : 0;
  const [zone, changeZone] = useStored<TimeZoneChoice>(storedEntries.timeZone);

  const hasClock = isRestored && nowMs > 0;
  const resolved = hasClock ? resolveTimeRange(range, nowMs) : undefined;
  const problem = resolved !== undefined && 'problem' in resolved ? resolved.problem : undefined;
  const window = hasClock ? apiWindow(range, nowMs) : fallbackWindow;
  // A range that makes no sense is said in the masthead; the page meanwhile shows the usual one.
  const { range: rangeText, at } = 'problem' in window ? fallbackWindow : window;
  const usable = resolved !== undefined && !('problem' in resolved) ? resolved : usualRange(hasClock, nowMs);

  const namespacesQuery = useNamespaces({ range: rangeText, at, isEnabled: hasClock });
  const items = namespacesQuery.data?.data.items;
  const byDefault = useMemo(() => (items === undefined ? ('*' as const) : defaultNamespaces(items)), [items]);
  const isDefaultNamespaces = values.namespaces === undefined;
  const namespaces = values.namespaces ?? byDefault;
  const knowsNamespaces = !isDefaultNamespaces || items !== undefined || namespacesQuery.error !== null;
  const namespacesText = namespaces === '*' ? '*' : namespaces.join(',');

  const changeNamespaces = useCallback(
    (next: '*' | string[] | undefined) => {
      writeStored(storedEntries.lastNamespaces, next);
      change({ namespaces: next });
    },
    [change],
  );
  const changeRange = useCallback(
    (next: TimeRange) => {
      // A moment of the past is not what the next visit shall begin with.
      if (isRelativeTime(next.from) && isRelativeTime(next.to)) writeStored(storedEntries.lastRange, next);
      change(next);
      refreshNow();
    },
    [change, refreshNow],
  );

  const scope: Scope = {
    isReady: hasClock && knowsNamespaces,
    hasTime: hasClock,
    cluster: values.cluster === '' ? undefined : values.cluster,
    changeCluster: useCallback((cluster: string | undefined) => change({ cluster: cluster ?? '' }), [change]),
    namespaces,
    isDefaultNamespaces,
    changeNamespaces,
    namespacesQuery,
    range,
    changeRange,
    resolved: usable,
    rangeSeconds: usable === undefined ? 600 : Math.round((usable.toMs - usable.fromMs) / 1000),
    at,
    rangeProblem: problem,
    apiParameters: useMemo(
      () => ({ namespaces: namespacesText, range: rangeText, at }),
      [namespacesText, rangeText, at],
    ),
    refresh: values.refresh,
    changeRefresh: useCallback(
      (refresh: RefreshChoice) => change({ refresh }, { history: 'replace' }),
      [change],
    ),
    refreshNow,
    nowMs,
    zone: zone ?? 'local',
    changeZone,
    isKiosk: values.kiosk,
    changeKiosk: useCallback((kiosk: boolean) => change({ kiosk }), [change]),
    ignored,
  };
  return (
    <ScopeContext value={scope}>
      <HomeClusterContext value={status?.cluster}>{children}</HomeClusterContext>
    </ScopeContext>
  );
}

function usualRange(hasClock: boolean, nowMs: number): ResolvedRange | undefined {
  if (!hasClock) return undefined;
  const usual = resolveTimeRange(defaultTimeRange, nowMs);
  return 'problem' in usual ? undefined : usual;
}
