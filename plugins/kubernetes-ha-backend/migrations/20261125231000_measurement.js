/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * Numbers over time for the charts: one row a moment with all its values, for
 * charts are read by cluster and time, never by value. About 500 bytes a row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('measurement', table => {
    table.comment('What was measured: a minute 48 h, hourly 30 d, daily 2 y');
    table.string('cluster', 63).notNullable();
    table.string('resolution', 8).notNullable().comment('raw, hour or day');
    table
      .string('at', 24)
      .notNullable()
      .comment('Beginning of the minute, hour or day, ISO 8601, UTC');
    table
      .text('body')
      .notNullable()
      .comment('JSON of values by measure and subject');
    table.primary(['cluster', 'resolution', 'at']);
    table.index(['resolution', 'at'], 'measurement_age_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('measurement');
};
