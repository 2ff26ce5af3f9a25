/** Between words and lines: the field that is meant, and how to mean or light up another. */
export type Pointing = {
  /** Empty for none. */
  current: string;
  onPath: (path: string) => void;
  onPointAt: (path: string | undefined) => void;
};
