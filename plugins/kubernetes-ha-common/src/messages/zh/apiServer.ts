import type { TranslationOf } from '../types';
import type { apiServer as en } from '../en/apiServer';
import { apiServerConfiguration } from './apiServerConfiguration';
import { apiServerHealth } from './apiServerHealth';
import { apiServerLoad } from './apiServerLoad';

export const apiServer: TranslationOf<typeof en> = {
  ...apiServerHealth,
  ...apiServerLoad,
  ...apiServerConfiguration,
};
