'use client';

import { useRouter } from 'next/navigation';
import type { z } from 'zod';
import type { PaletteGroup } from '#components/ui/scope/palette-items.tsx';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useClusters } from '#components/ui/scope/use-clusters.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { applicationsSchema, servicesSchema, workloadsSchema } from '#lib/contract/inventory.ts';
import { type Item, itemId } from '#lib/item-status.ts';
import { type TargetKind, targetPath } from '#lib/target.ts';
import { pages } from './pages.ts';
import { placeText } from './place-text.ts';

type Things = { kind: TargetKind; page: keyof typeof pages; schema: z.ZodType<{ items: Item[] }> };

const workloads: Things = { kind: 'workload', page: 'workloads', schema: workloadsSchema };
const services: Things = { kind: 'service', page: 'services', schema: servicesSchema };
const applications: Things = { kind: 'application', page: 'applications', schema: applicationsSchema };

/** Every workload, service and application in view by name. Asked for only while the palette is open. */
export function usePaletteThings(): PaletteGroup[] {
  return [useGroup(workloads), useGroup(services), useGroup(applications)];
}

function useGroup({ kind, page, schema }: Things): PaletteGroup {
  const router = useRouter();
  const address = useScopedAddress();
  const { home } = useClusters();
  const { apiParameters, isReady } = useScope();
  const { namespaces, range, at } = apiParameters;
  const { title, path, icon } = pages[page];
  const query = useAnswer({
    path: `/api${path}`,
    parameters: { namespaces, range, at },
    schema,
    isEnabled: isReady,
  });
  const items = (query.data?.data.items ?? []).map((item) => ({
    id: `${kind} ${itemId(item)}`,
    title: item.name,
    hint: placeText(item.namespace, { cluster: item.cluster, home }),
    icon,
    onSelect: () =>
      router.push(
        address(targetPath({ kind, namespace: item.namespace, name: item.name }), { cluster: item.cluster }),
      ),
  }));
  return { title, items };
}
