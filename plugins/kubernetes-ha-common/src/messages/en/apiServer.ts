import { apiServerConfiguration } from './apiServerConfiguration';
import { apiServerHealth } from './apiServerHealth';
import { apiServerLoad } from './apiServerLoad';

/** What the API server checks say. */
export const apiServer = {
  ...apiServerHealth,
  ...apiServerLoad,
  ...apiServerConfiguration,
} as const;
