/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * When each collection is due and which replica has claimed it: a few statements
 * a second for the whole fleet, where a task of the Backstage scheduler for
 * each cluster takes three a collection and finds hundreds due in one instant.
 * Rows are made at the next start; a replica of the version before goes on
 * with its own tasks meanwhile, which `next_due_at` of `collection` keeps apart.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('collection_schedule', table => {
    table.comment('When the next collection of each cluster and group is due');
    table.string('cluster', 63).notNullable();
    table
      .string('group_name', 16)
      .notNullable()
      .comment('control-plane or inventory');
    table
      .string('due_at', 24)
      .notNullable()
      .comment('By the clock of the database, ISO 8601, UTC');
    table
      .string('claim', 36)
      .comment('Of the replica that collects now; null while nobody does');
    table
      .string('claimed_until', 24)
      .comment('After this any replica may claim it: its holder is gone');
    table.primary(['cluster', 'group_name']);
    table.index(['group_name', 'due_at'], 'collection_schedule_due_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('collection_schedule');
};
