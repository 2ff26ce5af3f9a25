/** Pixels beside the plot's area; the plot is drawn with them, and moments are read off pixels by them. */
export const plotMargins = { left: 56, right: 28 };
