import { patternOf, type Tolerance } from '#lib/health-tolerances.ts';
import { defaultThresholds, type RateTolerance, type Thresholds } from '../thresholds.ts';

/** A tolerance laid over the defaults; percent become shares. */
export function thresholdsOf(tolerance: Tolerance): Thresholds {
  const { failedPercent, clientErrorPercent, rates, p95Ms, minimumRequests } = tolerance;
  const { bytesPerSecond, connectionsOpenedPerSecond } = tolerance;
  const tcp = {
    ...(bytesPerSecond === undefined ? {} : { bytesPerSecond: lower(bytesPerSecond) }),
    ...(connectionsOpenedPerSecond === undefined
      ? {}
      : { connectionsOpenedPerSecond: upper(connectionsOpenedPerSecond) }),
  };
  return {
    ...defaultThresholds,
    ...(failedPercent === undefined
      ? {}
      : {
          failedRequests: {
            degradedAbove: failedPercent.degradedAbove / 100,
            failingFrom: failedPercent.failingFrom / 100,
          },
        }),
    ...(clientErrorPercent === undefined
      ? {}
      : { clientErrors: { degradedFrom: clientErrorPercent.degradedFrom / 100 } }),
    ...(rates === undefined ? {} : { rates: rates.flatMap(rateOf) }),
    ...(p95Ms === undefined ? {} : { responseTimeP95Ms: upper(p95Ms) }),
    ...(Object.keys(tcp).length === 0 ? {} : { tcp }),
    ...(minimumRequests === undefined ? {} : { minimumRequests }),
  };
}

function rateOf(rate: NonNullable<Tolerance['rates']>[number]): RateTolerance[] {
  const [code, protocol, direction] = [rate.code, rate.protocol, rate.direction].map(patternOf);
  if (code === undefined || protocol === undefined || direction === undefined) return [];
  const written = `${rate.code}, ${rate.protocol}, ${rate.direction}: degraded from ${rate.degradedPercent} %, failing from ${rate.failingPercent} %`;
  const limits = { degradedFrom: rate.degradedPercent / 100, failingFrom: rate.failingPercent / 100 };
  return [{ code, protocol, direction, ...limits, written }];
}

/** Without the fields that are written but undefined, which the contract of thresholds does not know. */
function upper({ degradedFrom, failingFrom }: NonNullable<Tolerance['p95Ms']>) {
  return failingFrom === undefined ? { degradedFrom } : { degradedFrom, failingFrom };
}

function lower({ degradedBelow, failingBelow }: NonNullable<Tolerance['bytesPerSecond']>) {
  return failingBelow === undefined ? { degradedBelow } : { degradedBelow, failingBelow };
}
