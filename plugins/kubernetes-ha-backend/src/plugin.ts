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
import { scheduleUpkeep } from './assessment/upkeep';
import { checkConnections } from './clusters/checkConnections';
import { ConfiguredClusters } from './clusters/ConfiguredClusters';
import { ConnectionTests } from './connect/ConnectionTests';
import { kubernetesPlugin } from './clusters/kubernetesPlugin/kubernetesPlugin';
import { createCollecting } from './collection/createCollecting';
import {
  collectingThread,
  isThreaded,
  keptSignalsHere,
} from './collection/thread/collectingThread';
import {
  ConnectionTypes,
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

        const knex = await migratedDatabase(services.database);
        const decoder = new PageDecoder();
        const assessed = { checks, policy: () => config.current().policy, now };
        const thread = collectingThread({
          knex,
          extensions,
          config,
          events: services.events,
          logger,
        });
        const stores = createStores(knex, {
          keptSignals: keptSignalsHere(config.current().clusters, thread),
        });
        const { tasks, assessments } = createCollecting({
          ...assessed,
          stores,
          collectors: {
            connections,
            sourceDeps: { decoder },
            connectionTypes,
            sourceFactories,
            logger,
          },
          clusters: () => config.current().clusters,
          declare: declared => stores.clusters.declare(declared, now()),
          isElsewhere: cluster =>
            isThreaded(cluster) && thread !== undefined && thread.isCollecting,
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
          events: services.events,
          repeat: ({ id, seconds, signal, fn }) =>
            scheduler.scheduleTask({
              id,
              scope: 'local',
              frequency: { seconds },
              initialDelay: { seconds },
              timeout: { seconds },
              signal,
              fn,
            }),
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
          await Promise.all([tasks.stop(), thread?.stop()]);
          await decoder.close();
        });
        await tasks.start();
        // Whose clusters are declared now.
        thread?.follow();
        config.onChange(() => {
          tasks
            .follow()
            .catch(error => {
              logger.error(
                'The tasks of the changed clusters could not be set; trying again within a minute.',
                error,
              );
            })
            .finally(() => thread?.follow());
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
