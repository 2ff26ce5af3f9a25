import { uniform } from './hash.ts';
import { epochSeconds } from './rhythm.ts';

const hourSeconds = 3600;

/** For some minutes of an hour one version is slow and fails. Start exclusive, end inclusive, epoch seconds. */
export type Incident = { target: string; startSeconds: number; endSeconds: number };

/** The one incident of the hour that a number counts from the epoch. */
export function incidentOfHour(seed: number, hour: number, targets: readonly string[]): Incident {
  const startMinute = 5 + Math.floor(uniform(seed, 1, hour) * 40);
  const minutes = 4 + Math.floor(uniform(seed, 2, hour) * 5);
  const startSeconds = epochSeconds + hour * hourSeconds + startMinute * 60;
  const target = targets[Math.floor(uniform(seed, 3, hour) * targets.length)] ?? '';
  return { target, startSeconds, endSeconds: startSeconds + minutes * 60 };
}

export function hourAt(seconds: number): number {
  return Math.floor((seconds - epochSeconds) / hourSeconds);
}

/**
 * Splits the arrivals of a flow by what was going on when they came: `''` for normal times, else the target of the
 * incident. Whole hours are summed once and kept.
 */
export function arrivalsByRegime(input: {
  seed: number;
  targets: readonly string[];
  arrivalsUntil: (seconds: number) => number;
}): (seconds: number) => ReadonlyMap<string, number> {
  const { seed, targets, arrivalsUntil } = input;
  const summedHours: Float64Array[] = [new Float64Array(targets.length)];

  function beforeHour(hour: number): Float64Array {
    for (let next = summedHours.length; next <= hour; next++) {
      const incident = incidentOfHour(seed, next - 1, targets);
      const sums = Float64Array.from(summedHours[next - 1] ?? []);
      const index = targets.indexOf(incident.target);
      sums[index] =
        (sums[index] ?? 0) + arrivalsUntil(incident.endSeconds) - arrivalsUntil(incident.startSeconds);
      summedHours.push(sums);
    }
    return summedHours[hour] ?? new Float64Array(targets.length);
  }

  return (seconds) => {
    const total = arrivalsUntil(seconds);
    const hour = hourAt(seconds);
    if (hour < 0) return new Map([['', total]]);
    const sums = Float64Array.from(beforeHour(hour));
    const { target, startSeconds, endSeconds } = incidentOfHour(seed, hour, targets);
    if (seconds > startSeconds) {
      const index = targets.indexOf(target);
      const during = arrivalsUntil(Math.min(seconds, endSeconds)) - arrivalsUntil(startSeconds);
      sums[index] = (sums[index] ?? 0) + during;
    }
    const inIncidents = sums.reduce((sum, count) => sum + count, 0);
    return new Map([
      ['', total - inIncidents],
      ...targets.map((name, index) => [name, sums[index] ?? 0] as const),
    ]);
  };
}
