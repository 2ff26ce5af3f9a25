'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { downloadFile } from '#components/ui/download.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useStatus } from '#components/ui/scope/use-status.ts';
import type { Logs } from '#lib/contract/logs.ts';
import type { Target } from '#lib/target.ts';
import { containerMarks } from './container-marks.ts';
import { ContainerPicker } from './container-picker.tsx';
import { countLevels } from './count-levels.ts';
import { LineDetail } from './detail/line-detail.tsx';
import { logFile } from './download-logs.ts';
import { FollowBar } from './follow-bar.tsx';
import { joinLines, mostLines } from './follow-buffer.ts';
import { FollowButton } from './follow-button.tsx';
import { finderOf } from './highlight-ranges.ts';
import { LineList, type LineListHandle } from './line-list.tsx';
import { LogsEmpty } from './logs-empty.tsx';
import { LogsFoot } from './logs-foot.tsx';
import { logsNotes } from './logs-notes.ts';
import type { ChangeLogsState, LogsState } from './logs-state.ts';
import { LogsToolbar } from './logs-toolbar.tsx';
import { useHeldLines } from './use-held-lines.ts';
import { useLogFollow } from './use-log-follow.ts';
import type { LogsChoice } from './use-logs.ts';
import { useSearchShortcut } from './use-search-shortcut.ts';
import { useHiddenColumns, ViewMenu } from './view-menu.tsx';
import { words } from './words.ts';

type LogsViewProps = {
  target: Target;
  logs: Logs;
  state: LogsState;
  change: ChangeLogsState;
  choice: LogsChoice;
};

/** Toolbar, lines, the opened line, and what the lines do not show. */
export function LogsView({ target, logs, state, change, choice }: LogsViewProps) {
  const { zone, at, apiParameters } = useScope();
  const { data: status } = useStatus();
  const [hiddenColumns] = useHiddenColumns();
  const [isAtEnd, setIsAtEnd] = useState(true);
  const list = useRef<LineListHandle>(null);
  const searchRef = useSearchShortcut();

  const refusal = at !== 'now' ? words.noFollow : state.previous ? words.noFollowPrevious : undefined;
  const isFollowing = state.follow && refusal === undefined;
  const fromMs = logs.lines.at(-1)?.atMs;
  const followed = useLogFollow(target, { choice, isOn: isFollowing, fromMs });
  const all = useMemo(
    () => joinLines(logs.lines, followed.lines, Math.max(mostLines, logs.lines.length)),
    [logs.lines, followed.lines],
  );
  const counts = useMemo(() => countLevels(all), [all]);
  const chosen = useMemo(() => all.filter(({ level }) => state.levels.includes(level)), [all, state.levels]);
  const { range } = apiParameters;
  const question = JSON.stringify([choice, state.levels, state.tail, state.previous, range, at]);
  const { shown, newCount } = useHeldLines(chosen, { isHeld: !isAtEnd, question });
  const marks = useMemo(() => containerMarks(logs.containers), [logs.containers]);
  const find = useMemo(() => finderOf({ search: choice.search, isRegex: choice.regex }), [choice]);
  const notes = useMemo(
    () =>
      logsNotes({
        logs,
        lines: all,
        marks,
        followed,
        isRecording: status?.data.mode === 'demo',
      }),
    [logs, all, marks, followed, status],
  );
  const handleOpen = useCallback((line: string) => change({ line }, { history: 'replace' }), [change]);
  const openLine = state.line === '' ? undefined : all.find(({ id }) => id === state.line);
  const read = logs.containers.filter(({ isRead }) => isRead);
  const readCount = Math.max(
    all.length,
    read.reduce((sum, { lineCount }) => sum + lineCount, 0),
  );

  return (
    <>
      <LogsToolbar
        state={state}
        change={change}
        counts={counts}
        searchRef={searchRef}
        onDownload={(format) => downloadFile(logFile(chosen, { name: target.name, format }))}
        picker={
          <ContainerPicker
            containers={logs.containers}
            marks={marks}
            chosen={state.containers}
            onChoose={(containers) => change({ containers })}
            troubles={followed.troubles}
          />
        }
        viewMenu={
          <ViewMenu
            state={state}
            change={change}
            hasPrevious={logs.containers.some(({ hasPrevious }) => hasPrevious)}
          />
        }
        followButton={
          <FollowButton
            isOn={isFollowing}
            stream={followed.stream}
            refusal={refusal}
            onChange={(follow) => change({ follow })}
          />
        }
      />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
          {shown.length === 0 ? (
            <LogsEmpty logs={logs} lineCount={all.length} state={state} change={change} />
          ) : (
            <LineList
              key={question}
              lines={shown}
              marks={marks}
              look={state}
              hiddenColumns={hiddenColumns}
              zone={zone}
              find={find}
              openId={state.line}
              onOpen={handleOpen}
              onAtEnd={setIsAtEnd}
              handle={list}
            />
          )}
          <FollowBar
            isAtEnd={isAtEnd || shown.length === 0}
            newCount={newCount}
            stream={isFollowing ? followed.stream : undefined}
            onToEnd={() => list.current?.toEnd()}
          />
        </div>
        {state.line !== '' && (
          <LineDetail
            key={state.line}
            line={openLine}
            target={target}
            zone={zone}
            find={find}
            change={change}
          />
        )}
      </div>
      <LogsFoot
        summary={words.linesOf(chosen.length, readCount, read.length)}
        notes={notes}
        command={logs.command}
      />
    </>
  );
}
