'use client';

import { z } from 'zod';
import { JsonExplorer } from '#components/ui/json/json-explorer.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { urlText, urlWord } from '#lib/url-parameters.ts';
import { fileSections } from './file-sections.ts';
import { FileTable } from './file-table.tsx';
import type { OpenedFile } from './opened-file.ts';
import { words } from './words.ts';

const tabIds = ['clusters', 'listeners', 'routes', 'endpoints', 'secrets', 'ecds', 'raw'] as const;
const fileUrl = z.object({ tab: urlWord(tabIds, 'clusters'), path: urlText(), find: urlText() });

/** The parts of an opened file: a table for each section, and the document itself. */
export function FileTabs({ file }: { file: OpenedFile }) {
  const [{ tab, path, find }, change] = useUrlState(fileUrl);
  return (
    <Tabs
      label={words.tabs}
      className="min-h-0 flex-1"
      current={tab}
      onChange={(next) => change({ tab: next })}
      tabs={[
        ...fileSections.map((section) => ({
          id: section.id,
          title: section.title,
          content: <FileTable file={file} section={section} />,
        })),
        {
          id: 'raw' as const,
          title: words.raw,
          content: (
            <JsonExplorer
              source={file.document}
              path={path}
              onPath={(next) => change({ path: next }, { history: 'replace' })}
              find={find}
              onFind={(text) => change({ find: text })}
            />
          ),
        },
      ]}
    />
  );
}
