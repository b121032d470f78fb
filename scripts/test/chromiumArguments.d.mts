/** Arguments with which tests start Chromium. */
export const chromiumArguments: string[];
