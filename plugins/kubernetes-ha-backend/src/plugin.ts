/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  kubernetesHaChecksExtensionPoint,
  kubernetesHaConnectionsExtensionPoint,
  kubernetesHaSignalSourcesExtensionPoint,
} from 'backstage-plugin-kubernetes-ha-node';
import { AssessmentService } from './assessment/AssessmentService';
import { scheduleUpkeep } from './assessment/upkeep';
import { checkConnections } from './clusters/checkConnections';
import { ConfiguredClusters } from './clusters/ConfiguredClusters';
import { kubernetesPlugin } from './clusters/kubernetesPlugin/kubernetesPlugin';
import { CollectionScheduler } from './collection/CollectionScheduler';
import { CollectionService } from './collection/CollectionService';
import {
  ConnectionTypes,
  createCollector,
  directConnectionTypes,
  PageDecoder,
} from 'backstage-plugin-kubernetes-ha-collector';
import { createStores } from './database/createStores';
import { migratedDatabase } from './database/migrate';
import { Extensions } from './extensions';
import { createRouter } from './http/createRouter';
import { ClusterAccess } from './permissions/clusterAccess';

/**
 * Collects signals of Kubernetes clusters, assesses how highly available each
 * one is, and serves scorecards, findings, snapshots and history.
 * @public
 */
export const kubernetesHaPlugin = createBackendPlugin({
  pluginId: 'kubernetes-ha',
  register(env) {
    const extensions = new Extensions();
    env.registerExtensionPoint(kubernetesHaChecksExtensionPoint, extensions);
    env.registerExtensionPoint(
      kubernetesHaConnectionsExtensionPoint,
      extensions,
    );
    env.registerExtensionPoint(
      kubernetesHaSignalSourcesExtensionPoint,
      extensions,
    );

    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(services) {
        const { auth, discovery, logger, scheduler } = services;
        const { checks, connectionTypes, sourceFactories } = extensions;
        const connections: ConnectionTypes = {
          ...directConnectionTypes,
          kubernetesPlugin: kubernetesPlugin({ auth, discovery }),
        };
        const config = ConfiguredClusters.follow(services.config, {
          checks,
          connections,
          customConnectionTypes: [...connectionTypes.keys()],
          logger,
        });
        await checkConnections(config.current().clusters, connections, logger);

        const stores = createStores(await migratedDatabase(services.database));
        const decoder = new PageDecoder();
        const now = () => new Date();
        const assessed = { checks, policy: () => config.current().policy, now };
        const assessments = new AssessmentService({
          ...stores,
          ...assessed,
          events: services.events,
          logger,
        });
        const tasks = new CollectionScheduler({
          scheduler,
          collections: new CollectionService({
            ...stores,
            assessments,
            logger,
            now,
          }),
          clusters: () => config.current().clusters,
          createCollector: cluster =>
            createCollector(cluster, {
              connections,
              sourceDeps: { decoder },
              connectionTypes,
              sourceFactories,
              logger,
            }),
          declare: declared => stores.clusters.declare(declared, now()),
          logger,
        });

        services.httpRouter.use(
          createRouter({
            ...stores,
            ...assessed,
            httpAuth: services.httpAuth,
            access: ClusterAccess.create({
              permissions: services.permissions,
              permissionsRegistry: services.permissionsRegistry,
              clusters: stores.clusters,
            }),
          }),
        );
        services.lifecycle.addShutdownHook(async () => {
          await tasks.stop();
          await decoder.close();
        });
        await tasks.start();
        await scheduleUpkeep({
          ...stores,
          assess: cluster => assessments.assess(cluster, 'time'),
          retention: () => config.current().retention,
          scheduler,
          logger,
          now,
        });
      },
    });
  },
});
