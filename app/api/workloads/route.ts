import { inventoryQuery } from '#lib/contract/inventory.ts';
import { sharedEndpoint } from '#server/http/shared-endpoint.ts';
import { loadWorkloads } from '#server/mesh/inventory/load-lists.ts';

export const dynamic = 'force-dynamic';
export const GET = sharedEndpoint(inventoryQuery, loadWorkloads);
