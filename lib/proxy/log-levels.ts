/** Envoy's levels of logging, from all to nothing. */
export const envoyLogLevels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'] as const;

/** ztunnel's. */
export const ztunnelLogLevels = ['trace', 'debug', 'info', 'warn', 'error', 'off'] as const;
