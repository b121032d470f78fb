/** Whether `CI` is set to true or 1. */
export function isCi(env?: Record<string, string | undefined>): boolean;
