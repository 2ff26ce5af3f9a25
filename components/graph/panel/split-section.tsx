import { SplitVerdictPanel } from '#components/canaries/split-verdict-panel.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatConfiguredShare, formatShare } from '#lib/format-share.ts';
import { observedText, splitWords } from '../split-words.ts';
import type { SplitVerdicts } from '../use-split-verdicts.ts';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';

/** What a route's weights send over the edge, what was counted, and whether the two agree. */
export function SplitSection({ edge, splits }: { edge: GraphEdge; splits: SplitVerdicts }) {
  const { split } = edge;
  if (split === undefined) return null;
  const { configuredShare, notCompared, pins = [], count, totalCount, canaries } = split;
  const verdicts = splits.byEdge.get(edge.id) ?? [];
  const isAwaited = canaries.length > 0 && verdicts.length === 0;
  return (
    <PanelSection title={panelWords.split}>
      <KeyValueList
        rows={[
          ...(configuredShare === undefined
            ? []
            : [{ key: panelWords.configured, value: formatConfiguredShare(configuredShare) }]),
          {
            key: panelWords.observed,
            value: (
              <>
                {observedText(split)}{' '}
                <span className="text-ink-muted">
                  {splitWords.requests(formatCount(count), formatCount(totalCount))}
                </span>
              </>
            ),
          },
          ...(pins.length === 0 ? [] : [{ key: panelWords.onThisEdge, value: <WithPins edge={edge} /> }]),
        ]}
      />
      {notCompared !== undefined && <p className="mt-1 text-ink-muted">{notCompared}</p>}
      {verdicts.map(({ item, status, callers, mismatching }) => (
        <div key={JSON.stringify([item.object, item.route])} className="mt-2">
          <SplitVerdictPanel
            item={item}
            status={status}
            callers={mismatching.length > 0 ? mismatching : callers.length === 1 ? callers : []}
          />
        </div>
      ))}
      {isAwaited && <p className="mt-1 text-ink-muted">{whyNotJudged(splits)}</p>}
    </PanelSection>
  );
}

/** What telemetry counts by itself: it does not know which rule chose. */
function WithPins({ edge: { splitShare, split } }: { edge: GraphEdge }) {
  return (
    <>
      {formatShare(splitShare)} <span className="text-ink-muted">{splitWords.withPins}</span>
      {split?.pins?.map((pin) => (
        <span key={pin} className="mono block truncate text-xs text-ink-muted" title={pin}>
          {pin}
        </span>
      ))}
    </>
  );
}

function whyNotJudged({ isLoading, notJudged }: SplitVerdicts): string {
  if (isLoading) return splitWords.judging;
  return notJudged === undefined ? splitWords.notListed : splitWords.notJudged(notJudged);
}
