import { inventoryQuery } from '#lib/contract/inventory.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadApplications } from '#server/mesh/inventory/load-lists.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(inventoryQuery, loadApplications);
