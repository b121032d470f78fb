import type { Tools } from './portal.mjs';

/** Builds the pages of the portal, unless the present build is of the same sources. */
export function ensureBundle(tools: Tools): Promise<void>;
