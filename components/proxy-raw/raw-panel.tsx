'use client';

import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { z } from 'zod';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { JsonExplorer } from '#components/ui/json/json-explorer.tsx';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { apiAddress } from '#lib/api-client.ts';
import { rawSources } from '#lib/contract/raw.ts';
import { type ProxyTabProps, type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';
import { urlText, urlWord } from '#lib/url-parameters.ts';
import { rawSourceOf } from './raw-source.ts';
import { words } from './words.ts';

const rawUrl = z.object({ source: urlWord(rawSources, 'envoy'), path: urlText(), find: urlText() });

/** A proxy's whole dump as JSON, its own or istiod's: a tree that opens as far as somebody looks. */
export function RawPanel({ target }: ProxyTabProps) {
  const [{ source, path, find }, changeUrl] = useUrlState(rawUrl);
  const { namespace, pod, cluster } = target;
  const document = useMemo(
    () => rawSourceOf({ namespace, pod, cluster }, source),
    [namespace, pod, cluster, source],
  );
  const isRecorded = useStatus().data?.data.mode === 'demo';
  return (
    <JsonExplorer
      key={document.id}
      source={document}
      path={path}
      onPath={(next) => changeUrl({ path: next }, { history: 'replace' })}
      find={find}
      onFind={(text) => changeUrl({ find: text })}
      before={
        <ButtonGroup aria-label={words.whose}>
          {rawSources.map((id) => (
            <Button
              key={id}
              isOn={id === source}
              aria-pressed={id === source}
              title={words.sourceTitles[id]}
              onClick={() => changeUrl({ source: id, path: '' })}
            >
              {words.sources[id]}
            </Button>
          ))}
        </ButtonGroup>
      }
      after={
        <>
          {isRecorded && <span className="text-ink-muted max-md:hidden">{words.recorded}</span>}
          <DownloadLink target={target} source={source} />
        </>
      }
    />
  );
}

function DownloadLink({ target, source }: { target: ProxyTarget; source: string }) {
  const address = apiAddress(proxyRoute(target, 'raw/download'), { cluster: target.cluster, source });
  return (
    <a
      href={address}
      download
      title={words.downloadTitle}
      className="inline-flex h-7 items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-sm font-medium hover:bg-hover"
    >
      <Download size={14} aria-hidden />
      <span className="max-md:sr-only">{words.download}</span>
    </a>
  );
}
