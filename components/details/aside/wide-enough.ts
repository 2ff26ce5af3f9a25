/** From this width on the right column has room; below it, its content stands on the overview tab. */
export const wideEnoughForAside = '(min-width: 1280px)';
