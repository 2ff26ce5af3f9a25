import { logsFollowQuery } from '#lib/contract/logs.ts';
import { eventStream } from '#server/http/event-stream.ts';
import { followLogs } from '#server/mesh/logs/load-log-follow.ts';

export const dynamic = 'force-dynamic';
export const GET = eventStream(logsFollowQuery, followLogs('application'));
