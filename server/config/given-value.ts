/** What an environment variable or a key of the file was set to. */
export type GivenValue = {
  /** Text, or from the file a list or a map. */
  value: unknown;
  /** How messages name the place: `PROMETHEUS_URL`, `vigla.yaml:3: prometheus.url`. */
  place: string;
  /** Names of files are relative to this. */
  folder: string;
};
