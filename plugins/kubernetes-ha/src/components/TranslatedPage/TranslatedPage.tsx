/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useMemo } from 'react';
import { RiShieldCheckLine } from '@remixicon/react';
import {
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { useWording } from '../../hooks/useWording';
import { rootRouteRef } from '../../routes';
import { KubernetesHaRouter } from '../KubernetesHaRouter';
import { MainLandmark } from './MainLandmark';

/**
 * The pages in the shell of the new frontend system. The shell's own heading is
 * fixed when the app starts; this one follows the reader's language.
 * @internal
 */
export function TranslatedPage(props: {
  /** What the app's configuration calls the page; the plugin's own words otherwise. */
  title?: string;
}) {
  const { t } = useWording();
  const titleLink = useRouteRef(rootRouteRef)?.();
  const actions = useApi(pluginHeaderActionsApiRef);
  const title = props.title ?? t('page.title');
  // Kept as it is while the address changes: an app may exchange the layout, and
  // one that is made anew on each drawing would take the whole page with it.
  return useMemo(
    () => (
      <MainLandmark>
        <PageLayout
          title={title}
          icon={<RiShieldCheckLine />}
          titleLink={titleLink}
          headerActions={actions.getPluginHeaderActions('kubernetes-ha')}
        >
          <KubernetesHaRouter />
        </PageLayout>
      </MainLandmark>
    ),
    [title, titleLink, actions],
  );
}
