/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * What is known of the clusters and what was last seen of them: one row for a
 * cluster, one for each of its two collections, one for each section of its
 * snapshot. All times are ISO 8601 UTC text: they sort as text, and both
 * engines keep them to the millisecond.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster', table => {
    table.comment('Clusters, as configured and as recognised');
    table.string('name', 63).primary().comment('Name in configuration');
    table
      .boolean('configured')
      .notNullable()
      .comment(
        'False once it was removed from configuration; its history stays',
      );
    table.string('title').comment('Title in configuration');
    table
      .string('tier', 16)
      .notNullable()
      .comment('production, staging or development');
    table
      .string('owner')
      .comment('Catalog entity ref of the owner, lower case');
    table
      .string('platform', 16)
      .notNullable()
      .comment('As declared or detected');
    table.string('connection', 24).notNullable().comment('Kind of connection');
    table
      .string('recorded_at', 24)
      .comment('For a recording: when its data was seen');
    table
      .integer('control_plane_seconds')
      .notNullable()
      .comment('Seconds between two looks at the control plane');
    table
      .integer('inventory_seconds')
      .notNullable()
      .comment('Seconds between two inventories, at least');
    table
      .integer('epoch')
      .notNullable()
      .defaultTo(0)
      .comment('Number of the newest collection that began; fences older ones');
    table
      .string('uid')
      .comment('UID of the namespace kube-system when first seen');
    table
      .string('etcd_cluster_id')
      .comment('etcd cluster id, hex, when first seen');
    table
      .string('identity_since', 24)
      .comment('When this identity was first seen');
    table
      .text('identity_conflict')
      .comment(
        'JSON of another identity that the connection answers with; null when none',
      );
  });

  await knex.schema.createTable('collection', table => {
    table.comment('The newest collection of each cluster and group');
    table.string('cluster', 63).notNullable();
    table
      .string('group_name', 16)
      .notNullable()
      .comment('control-plane or inventory');
    table.string('started_at', 24).notNullable();
    table.string('ended_at', 24).notNullable();
    table.integer('duration_ms').notNullable();
    table
      .integer('interval_seconds')
      .notNullable()
      .comment('Until the next one: stretched when reading is slow');
    table
      .string('next_due_at', 24)
      .notNullable()
      .comment('Not begun again before this time');
    table
      .integer('sections')
      .notNullable()
      .comment('Sections that were looked at');
    table
      .integer('told')
      .notNullable()
      .comment('Sections in which something of the cluster answered');
    table
      .text('problems')
      .notNullable()
      .comment('JSON: source, sections, reason and detail of what gave none');
    table.primary(['cluster', 'group_name']);
  });

  await knex.schema.createTable('signal', table => {
    table.comment('The newest signal of each section of each cluster');
    table.string('cluster', 63).notNullable();
    table.string('section', 32).notNullable();
    table
      .integer('epoch')
      .notNullable()
      .comment('Collection that wrote it; an older one never overwrites');
    table
      .integer('schema_version')
      .notNullable()
      .comment('Snapshot schema that wrote it; others are looked at anew');
    table
      .string('state', 16)
      .notNullable()
      .comment('observed, unknown or absent');
    table.string('observed_at', 24).notNullable();
    table.string('encoding', 16).notNullable().comment('How body is packed');
    table.binary('body').notNullable().comment('The signal');
    table.primary(['cluster', 'section']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('signal');
  await knex.schema.dropTable('collection');
  await knex.schema.dropTable('cluster');
};
