'use client';

import { ChevronDown, Server } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Menu, MenuRadioGroup, MenuRadioItem } from '#components/ui/menu.tsx';
import { useClusters } from '#components/ui/scope/use-clusters.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { sourceLooks } from '#components/ui/source-looks.ts';
import type { ClusterStatus } from '#lib/contract/status.ts';
import { clusterChoices } from './cluster-choices.ts';
import { SourceMark } from './source-mark.tsx';
import { words } from './words.ts';

/** Which cluster the page looks at, where the mesh has several or the address names one that it does not have. */
export function ClusterPicker() {
  const { changeCluster } = useScope();
  const clusters = useClusters();
  const choices = clusterChoices(clusters);
  if (choices === undefined) return null;
  const { chosen } = clusters;
  const isAll = chosen === undefined;
  const label = chosen ?? words.allClusters;
  const isUnknown = chosen !== undefined && !choices.some(({ name }) => name === chosen);
  return (
    <Menu
      trigger={
        <Button
          className="shrink-0 gap-1 max-md:px-1.5"
          aria-label={`${words.shownCluster}: ${isUnknown ? words.unknownCluster(label) : label}`}
        >
          <Server size={14} aria-hidden className="shrink-0" />
          {/* Where it is narrow, all of them is what the icon alone says. */}
          <span
            className={classNames('max-w-36 min-w-0 truncate max-md:max-w-14', isAll && 'max-md:sr-only')}
          >
            {label}
          </span>
          <ChevronDown size={12} aria-hidden className="shrink-0" />
        </Button>
      }
    >
      <MenuRadioGroup value={chosen ?? ''} onValueChange={(name) => changeCluster(name || undefined)}>
        <MenuRadioItem value="">{words.allClusters}</MenuRadioItem>
        {choices.map((cluster) => (
          <MenuRadioItem key={cluster.name} value={cluster.name} disabled={!cluster.isOpened}>
            <ClusterChoice cluster={cluster} />
          </MenuRadioItem>
        ))}
        {isUnknown && (
          <MenuRadioItem value={chosen} disabled>
            {words.unknownCluster(chosen)}
          </MenuRadioItem>
        )}
      </MenuRadioGroup>
    </Menu>
  );
}

function ClusterChoice({ cluster: { name, isHome, isOpened, state } }: { cluster: ClusterStatus }) {
  return (
    <>
      <span className="min-w-0 flex-1 truncate">
        {name} {isHome && <span className="text-ink-muted">{words.homeCluster}</span>}
      </span>
      <SourceMark state={state} text={isOpened ? sourceLooks[state].word : words.notOpened} />
    </>
  );
}
