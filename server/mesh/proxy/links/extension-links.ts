import type { ObjectKind } from '#lib/objects/kinds.ts';
import { showsLink } from './link.ts';
import type { Linker } from './linker.ts';

/** Istio up to 1.25 misspelt the first word. */
const extensionName = /^exten(?:s|st)ions\.istio\.io\/(wasmplugin|trafficextension)\/([^.]+)\.(.+)$/;

/**
 * The WasmPlugins and TrafficExtensions that filters and fetched extensions are named after. Since Istio 1.30 WasmPlugins
 * are called TrafficExtensions there as well. Source: Istio's names of extension configurations.
 */
export const extensionLinks: Linker =
  ({ index }) =>
  ({ filters = [] }) =>
    filters.flatMap((filter) => {
      const [, word, namespace = '', name = ''] = extensionName.exec(filter) ?? [];
      if (word === undefined) return [];
      const kinds: readonly ObjectKind[] =
        word === 'wasmplugin' ? ['WasmPlugin'] : ['TrafficExtension', 'WasmPlugin'];
      const kind = kinds.find((one) => index.exists(one, namespace, name));
      return [
        showsLink(
          { kind: kind ?? kinds[0] ?? 'WasmPlugin', namespace, name },
          {
            confidence: 'marker',
            because: `The name of the extension ${filter} is that of the object.`,
            isMissing: kind === undefined,
          },
        ),
      ];
    });
