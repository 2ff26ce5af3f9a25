import { formatFigure, notKnown, unitSpace } from './format-number.ts';

/** The number of a rate in requests per second, for columns whose head carries the unit: `12.3`, `<0.01`. */
export function formatRateFigure(requestsPerSecond: number | undefined): string {
  return requestsPerSecond === undefined ? notKnown : formatFigure(requestsPerSecond);
}

/** A rate with its unit. Rare traffic is told per minute or per hour, so that it does not read as nothing. */
export function formatRate(requestsPerSecond: number | undefined): string {
  if (requestsPerSecond === undefined) return notKnown;
  if (requestsPerSecond === 0 || requestsPerSecond >= 0.01)
    return `${formatFigure(requestsPerSecond)}${unitSpace}req/s`;
  const perMinute = requestsPerSecond * 60;
  if (perMinute >= 0.1) return `${formatFigure(perMinute)}${unitSpace}req/min`;
  return `${formatFigure(perMinute * 60)}${unitSpace}req/h`;
}
