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
import { ConnectionTests } from './connect/ConnectionTests';
import { kubernetesPlugin } from './clusters/kubernetesPlugin/kubernetesPlugin';
import { CollectionScheduler } from './collection/CollectionScheduler';
import { CollectionService } from './collection/CollectionService';
import {
  ConnectionTypes,
  createCollector,
  directConnectionTypes,
  PageDecoder,
} from 'backstage-plugin-kubernetes-ha-collector';
import { RecordedPasts } from './recorded/RecordedPasts';
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
        const now = () => new Date();
        const config = ConfiguredClusters.follow(services.config, {
          checks,
          connections,
          customConnectionTypes: [...connectionTypes.keys()],
          logger,
          now,
        });
        await checkConnections(config.current().clusters, connections, logger);

        const stores = createStores(await migratedDatabase(services.database));
        const decoder = new PageDecoder();
        const assessed = { checks, policy: () => config.current().policy, now };
        const assessments = new AssessmentService({
          ...stores,
          ...assessed,
          events: services.events,
          logger,
        });
        const tasks = new CollectionScheduler({
          scheduler,
          schedule: stores.schedule,
          collections: new CollectionService({
            ...stores,
            assessments,
            recordedPasts: new RecordedPasts({
              ...stores,
              ...assessed,
              recordedClusters: () =>
                config
                  .current()
                  .clusters.filter(
                    ({ connection }) => connection.type === 'recorded',
                  ).length,
              logger,
            }),
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

        const connectionTests = new ConnectionTests({
          running: name => tasks.running(name),
          signals: stores.signals,
          logger,
          now,
        });

        services.httpRouter.use(
          createRouter({
            ...stores,
            ...assessed,
            connectionTests,
            replayOf: (name, at) =>
              tasks.running(name)?.collector.recording?.replayAt(at),
            configured: {
              configOf: name => tasks.running(name)?.config,
              stateOf: name => {
                const state = config.stateOf(name);
                const refusal = tasks.refusalOf(name);
                return refusal === undefined
                  ? state
                  : {
                      ...state,
                      state: 'refused',
                      problems: [...state.problems, refusal],
                    };
              },
            },
            links: () => config.current().links,
            httpAuth: services.httpAuth,
            access: ClusterAccess.create({
              permissions: services.permissions,
              permissionsRegistry: services.permissionsRegistry,
              clusters: stores.clusters,
            }),
          }),
        );
        services.lifecycle.addShutdownHook(async () => {
          connectionTests.stop();
          await tasks.stop();
          await decoder.close();
        });
        await tasks.start();
        config.onChange(() => {
          tasks.follow().catch(error => {
            logger.error(
              'The tasks of the changed clusters could not be set; trying again within a minute.',
              error,
            );
          });
        });
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
