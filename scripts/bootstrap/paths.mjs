import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** Root of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tools that the bootstrap fetches; git-ignored. */
export const toolsDir = path.join(root, '.tools');
