import { inventoryQuery } from '#lib/contract/inventory.ts';
import { sharedEndpoint } from '#server/http/shared-endpoint.ts';
import { loadApplications } from '#server/mesh/inventory/load-lists.ts';

export const dynamic = 'force-dynamic';
export const GET = sharedEndpoint(inventoryQuery, loadApplications);
